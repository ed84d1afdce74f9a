// SPDX-License-Identifier: GPL-2.0-only
/*
 * LSM and fexit: the hooks of BPF trampolines, called by stubs.  In one file because the kernel
 * takes one set of kfuncs for both.
 *
 * The stub copies what it was called with into an array on its stack.  6.1 knows no other way to
 * hand it over.
 */
#include <linux/minmax.h>
#include <linux/string.h>

#include "../kfunc.h"
#include "../rex.h"

#define REX_ARGUMENTS 13 /* a trampoline's 12, and a return value */

/* A program reads as many slots as the loader has compared; a stub of another maker may pass less.
 */
static int rex_stub_arguments(const u64 *passed, u32 size, u32 number, enum rex_hook hook)
{
	u64 arguments[REX_ARGUMENTS] = {};

	memcpy(arguments, passed, min_t(u32, size, sizeof(arguments)));
	return (int)rex_stub_run(number, hook, arguments, 0);
}

/* Process context, mostly: where the kernel calls its security hooks.  RCU read section. */
__bpf_kfunc int rex_stub_lsm(void *arguments, u32 arguments__sz, u32 number)
{
	return rex_stub_arguments(arguments, arguments__sz, number, REX_HOOK_LSM);
}

/* The context of the function.  RCU read section.  The return value comes first. */
__bpf_kfunc int rex_stub_fexit(void *arguments, u32 arguments__sz, u32 number)
{
	return rex_stub_arguments(arguments, arguments__sz, number, REX_HOOK_FEXIT);
}

BTF_KFUNCS_START(rex_tracing_kfuncs)
BTF_ID_FLAGS(func, rex_stub_lsm)
BTF_ID_FLAGS(func, rex_stub_fexit)
BTF_KFUNCS_END(rex_tracing_kfuncs)

static const struct btf_kfunc_id_set rex_tracing_kfunc_set = {
	.owner = THIS_MODULE,
	.set = &rex_tracing_kfuncs,
};

const struct rex_stub_type rex_lsm_stub = {
	.hook = REX_HOOK_LSM,
	.name = "lsm",
	.prog_type = BPF_PROG_TYPE_TRACING,
	.kfuncs = &rex_tracing_kfunc_set,
};

/* Registered with the first. */
const struct rex_stub_type rex_fexit_stub = {
	.hook = REX_HOOK_FEXIT,
	.name = "fexit",
};
