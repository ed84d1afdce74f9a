/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a kprobe executes instead of the function that it is on.  At the function's entry the stack
 * ends with the return into its caller, and so it does here.  Reached by a return, not by an
 * indirect call.
 */
#include <linux/linkage.h>
#include <asm/nospec-branch.h>

	.section .kprobes.text, "ax"
SYM_FUNC_START(rex_override_return)
	RET
SYM_FUNC_END(rex_override_return)
