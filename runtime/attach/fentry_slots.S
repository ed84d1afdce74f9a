/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Trampolines that ftrace calls from the entry of a function, one for each slot: modules
 * cannot make code, so a fixed number of them is in the text.
 *
 * At entry the stack holds the return into the traced function, and above it the return
 * into its caller.  The arguments, and %rax, which counts vector registers for variadic
 * functions, are as the caller passed them and must be so again at the end.
 */
#include <linux/linkage.h>
#include <asm/nospec-branch.h>

#include "fentry_slots.h"

.macro rex_fentry_slot index
SYM_FUNC_START_LOCAL(rex_fentry_slot_\index)
#ifdef CONFIG_X86_KERNEL_IBT
	endbr64
#endif
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$64, %rsp
	movq	%rdi, -64(%rbp)
	movq	%rsi, -56(%rbp)
	movq	%rdx, -48(%rbp)
	movq	%rcx, -40(%rbp)
	movq	%r8, -32(%rbp)
	movq	%r9, -24(%rbp)
	movq	%rax, -16(%rbp)
	movl	$\index, %edi
	leaq	-64(%rbp), %rsi
	call	rex_fentry_handler
	movq	-64(%rbp), %rdi
	movq	-56(%rbp), %rsi
	movq	-48(%rbp), %rdx
	movq	-40(%rbp), %rcx
	movq	-32(%rbp), %r8
	movq	-24(%rbp), %r9
	movq	-16(%rbp), %rax
	leave
	RET
SYM_FUNC_END(rex_fentry_slot_\index)
.endm

	.section .kprobes.text, "ax"
	.altmacro
	.set index, 0
	.rept REX_FENTRY_SLOTS
	rex_fentry_slot %index
	.set index, index + 1
	.endr

.macro rex_fentry_address index
	.quad	rex_fentry_slot_\index
.endm

	.section .rodata, "a"
	.balign 8
SYM_DATA_START(rex_fentry_addresses)
	.set index, 0
	.rept REX_FENTRY_SLOTS
	rex_fentry_address %index
	.set index, index + 1
	.endr
SYM_DATA_END(rex_fentry_addresses)
