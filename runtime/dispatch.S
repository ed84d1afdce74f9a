/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Entering a program, and leaving it at any depth.
 *
 * rex_dispatch keeps a frame, so that its stack pointer can be had from its frame
 * pointer alone: a panic restores the frame pointer and jumps to the landing, and the
 * callee-saved registers, which the abandoned frames may have changed, are popped from
 * where dispatch put them.  The stack pointer is set after the jump, in a function that
 * objtool knows to have a frame; setting it in the exit makes objtool of 6.12 warn.
 * In .noinstr.text: neither probed nor traced.
 */
#include <linux/linkage.h>
#include <linux/objtool.h>
#include <asm/nospec-branch.h>

STACK_FRAME_NON_STANDARD rex_dispatch_exit

	.section .noinstr.text, "ax"

/* s64 rex_dispatch(s64 (*entry)(void *), void *context, unsigned long *frame) */
SYM_FUNC_START(rex_dispatch)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	pushq	%r12
	pushq	%r13
	pushq	%r14
	pushq	%r15
	subq	$8, %rsp		/* 16-byte alignment at the call */
	movq	%rbp, (%rdx)
	movq	%rdi, %rax
	movq	%rsi, %rdi
	CALL_NOSPEC rax
SYM_INNER_LABEL(rex_dispatch_landing, SYM_L_LOCAL)
	leaq	-40(%rbp), %rsp		/* the five registers above */
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rbx
	popq	%rbp
	RET
SYM_FUNC_END(rex_dispatch)

/* void rex_dispatch_exit(unsigned long frame, s64 value) __noreturn */
SYM_FUNC_START(rex_dispatch_exit)
	movq	%rsi, %rax
	movq	%rdi, %rbp
	jmp	rex_dispatch_landing
SYM_FUNC_END(rex_dispatch_exit)
