/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The functions of the runtime that BPF programs call, and what 6.1 lacks to define them.
 */
#ifndef REX_KFUNC_H
#define REX_KFUNC_H

#include <linux/btf.h>
#include <linux/btf_ids.h>

#ifndef __bpf_kfunc
#define __bpf_kfunc __used __noclone noinline
#endif
#ifndef BTF_KFUNCS_START
#define BTF_KFUNCS_START(name) BTF_SET8_START(name)
#define BTF_KFUNCS_END(name) BTF_SET8_END(name)
#endif

/* attach/xdp.c */
u32 rex_stub_xdp(struct xdp_md *ctx, u32 number);

/* attach/tc.c */
int rex_stub_tc(struct __sk_buff *ctx, u32 number);

/* attach/cgroup_skb.c */
int rex_stub_cgroup_skb(struct __sk_buff *ctx, u32 number);

/* attach/tracing.c */
int rex_stub_lsm(void *arguments, u32 arguments__sz, u32 number);
int rex_stub_fexit(void *arguments, u32 arguments__sz, u32 number);

/* stubs.c: for maps, not for programs */
void rex_stub_drop(void *pointer);

#endif
