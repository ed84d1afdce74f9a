/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Entering a program, and leaving it at any depth.
 *
 * A program that returns has restored the callee-saved registers; one that panics has not.  So
 * dispatch notes them before the call, and only the exit reads them: it restores them and the frame
 * pointer, and jumps to the landing, where the stack pointer follows from the frame pointer.  The
 * stack pointer is set after the jump, in a function that objtool knows to have a frame; setting it
 * in the exit makes objtool of 6.12 warn.
 * In .noinstr.text: neither probed nor traced.
 */
#include <linux/linkage.h>
#include <linux/objtool.h>
#include <asm/nospec-branch.h>

STACK_FRAME_NON_STANDARD rex_dispatch_exit

	.section .noinstr.text, "ax"

/* s64 rex_dispatch(s64 (*entry)(void *), void *context, struct rex_frame *frame) */
SYM_FUNC_START(rex_dispatch)
	pushq	%rbp
	movq	%rsp, %rbp
	movq	%rbp, 0(%rdx)
	movq	%rbx, 8(%rdx)
	movq	%r12, 16(%rdx)
	movq	%r13, 24(%rdx)
	movq	%r14, 32(%rdx)
	movq	%r15, 40(%rdx)
	movq	%rdi, %rax
	movq	%rsi, %rdi
	CALL_NOSPEC rax
SYM_INNER_LABEL(rex_dispatch_landing, SYM_L_LOCAL)
	leave
	RET
SYM_FUNC_END(rex_dispatch)

/* void rex_dispatch_exit(const struct rex_frame *frame, s64 value) __noreturn */
SYM_FUNC_START(rex_dispatch_exit)
	movq	%rsi, %rax
	movq	0(%rdi), %rbp
	movq	8(%rdi), %rbx
	movq	16(%rdi), %r12
	movq	24(%rdi), %r13
	movq	32(%rdi), %r14
	movq	40(%rdi), %r15
	jmp	rex_dispatch_landing
SYM_FUNC_END(rex_dispatch_exit)
