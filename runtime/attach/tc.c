// SPDX-License-Identifier: GPL-2.0-only
/*
 * TC: a classifier in direct-action mode, by tcx or clsact, called by a stub.
 */
#include <linux/pkt_cls.h>
#include <linux/skbuff.h>

#include "../kfunc.h"
#include "../rex.h"

/*
 * For BPF programs of type SCHED_CLS.  The verifier knows the argument as what a program sees; it
 * is a struct sk_buff.  Softirq or process context; the kernel is in an RCU read section.
 */
__bpf_kfunc int rex_stub_tc(struct __sk_buff *ctx, u32 number)
{
	return (int)rex_stub_run(number, REX_HOOK_TC, ctx, TC_ACT_UNSPEC);
}

BTF_KFUNCS_START(rex_tc_kfuncs)
BTF_ID_FLAGS(func, rex_stub_tc)
BTF_KFUNCS_END(rex_tc_kfuncs)

static const struct btf_kfunc_id_set rex_tc_kfunc_set = {
	.owner = THIS_MODULE,
	.set = &rex_tc_kfuncs,
};

const struct rex_stub_type rex_tc_stub = {
	.hook = REX_HOOK_TC,
	.name = "tc",
	.prog_type = BPF_PROG_TYPE_SCHED_CLS,
	.kfuncs = &rex_tc_kfunc_set,
};
