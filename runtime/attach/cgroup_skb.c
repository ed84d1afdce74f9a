// SPDX-License-Identifier: GPL-2.0-only
/*
 * cgroup_skb: packets of the sockets of a cgroup, called by a stub.  Before 6.12 the kernel lets
 * no BPF program of this type call a module.
 */
#include <linux/skbuff.h>

#include "../kfunc.h"
#include "../rex.h"

/*
 * For BPF programs of type CGROUP_SKB.  A struct sk_buff, as for TC; its data starts with the
 * network header.  Softirq or process context; the kernel is in an RCU read section.
 */
__bpf_kfunc int rex_stub_cgroup_skb(struct __sk_buff *ctx, u32 number)
{
	return (int)rex_stub_run(number, REX_HOOK_CGROUP_SKB, ctx, 1);
}

BTF_KFUNCS_START(rex_cgroup_skb_kfuncs)
BTF_ID_FLAGS(func, rex_stub_cgroup_skb)
BTF_KFUNCS_END(rex_cgroup_skb_kfuncs)

static const struct btf_kfunc_id_set rex_cgroup_skb_kfunc_set = {
	.owner = THIS_MODULE,
	.set = &rex_cgroup_skb_kfuncs,
};

const struct rex_stub_type rex_cgroup_skb_stub = {
	.hook = REX_HOOK_CGROUP_SKB,
	.name = "cgroup_skb",
	.prog_type = BPF_PROG_TYPE_CGROUP_SKB,
	.kfuncs = &rex_cgroup_skb_kfunc_set,
};
