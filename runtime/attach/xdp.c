// SPDX-License-Identifier: GPL-2.0-only
/*
 * XDP: the kernel attaches BPF programs only.  Ours is called by a stub.
 */
#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/netdevice.h>
#include <linux/version.h>
#include <net/xdp.h>

#include "../kfunc.h"
#include "../rex.h"

/*
 * For BPF programs of type XDP.  The verifier knows the argument as what a program sees; it is
 * a struct xdp_buff.  Softirq or process context; the kernel is in an RCU read section.
 */
__bpf_kfunc u32 rex_stub_xdp(struct xdp_md *ctx, u32 number)
{
	return (u32)rex_stub_run(number, REX_HOOK_XDP, ctx, XDP_PASS);
}

static struct xdp_buff *rex_xdp_buff(struct rex_xdp *packet)
{
	return (struct xdp_buff *)packet;
}

/* As the BPF helper bpf_xdp_adjust_head, which no module may call. */
int __kprobes rex_xdp_adjust_head(struct rex_xdp *packet, __s32 bytes)
{
	struct xdp_buff *xdp = rex_xdp_buff(packet);
	unsigned long metadata = xdp_data_meta_unsupported(xdp) ? 0 : xdp->data - xdp->data_meta;
	void *first = xdp->data_hard_start + sizeof(struct xdp_frame) + metadata;
	void *data = xdp->data + bytes;

	if (data < first || data > xdp->data_end - ETH_HLEN)
		return -EINVAL;
	if (metadata)
		memmove(xdp->data_meta + bytes, xdp->data_meta, metadata);
	xdp->data_meta += bytes;
	xdp->data = data;
	return 0;
}

/* As bpf_xdp_adjust_tail, for a packet in one piece. */
int __kprobes rex_xdp_adjust_tail(struct rex_xdp *packet, __s32 bytes)
{
	struct xdp_buff *xdp = rex_xdp_buff(packet);
	void *end = xdp->data_end + bytes;

	if (xdp_buff_has_frags(xdp) || end > xdp_data_hard_end(xdp) || end < xdp->data + ETH_HLEN)
		return -EINVAL;
	if (bytes > 0)
		memset(xdp->data_end, 0, bytes);
	xdp->data_end = end;
	return 0;
}

/* As bpf_redirect: what the driver reads when the program returns XDP_REDIRECT. */
void __kprobes rex_xdp_redirect(struct rex_xdp *packet, __u32 interface)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 11, 0)
	struct bpf_redirect_info *redirect = bpf_net_ctx_get_ri();
#else
	struct bpf_redirect_info *redirect = this_cpu_ptr(&bpf_redirect_info);
#endif

	redirect->flags = 0;
	redirect->tgt_index = interface;
	redirect->map_id = INT_MAX; /* by interface, not by map */
	redirect->map_type = BPF_MAP_TYPE_UNSPEC;
}

__u32 __kprobes rex_xdp_interface(struct rex_xdp *packet)
{
	return rex_xdp_buff(packet)->rxq->dev->ifindex;
}

BTF_KFUNCS_START(rex_xdp_kfuncs)
BTF_ID_FLAGS(func, rex_stub_xdp)
BTF_KFUNCS_END(rex_xdp_kfuncs)

static const struct btf_kfunc_id_set rex_xdp_kfunc_set = {
	.owner = THIS_MODULE,
	.set = &rex_xdp_kfuncs,
};

const struct rex_stub_type rex_xdp_stub = {
	.hook = REX_HOOK_XDP,
	.name = "xdp",
	.prog_type = BPF_PROG_TYPE_XDP,
	.kfuncs = &rex_xdp_kfunc_set,
};
