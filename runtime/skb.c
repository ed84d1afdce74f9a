// SPDX-License-Identifier: GPL-2.0-only
/*
 * Packets in socket buffers, for TC and cgroup_skb.
 *
 * A buffer may have its data in several pieces, and may share it with others, such as a clone
 * that a packet socket holds.  Reading copies out of any piece.  Writing first makes what is
 * written linear and this buffer's own; that may move skb->data.
 */
#include <linux/filter.h>
#include <linux/netdevice.h>
#include <linux/skbuff.h>
#include <linux/version.h>
#include <net/checksum.h>

#include "rex.h"

static struct sk_buff *rex_skb(struct rex_skb *packet)
{
	return (struct sk_buff *)packet;
}

static bool rex_skb_has(const struct sk_buff *skb, u64 offset, u64 size)
{
	return offset <= skb->len && size <= skb->len - offset;
}

int __kprobes rex_skb_load(struct rex_skb *packet, __u64 offset, void *to, __u64 size)
{
	struct sk_buff *skb = rex_skb(packet);

	if (!rex_skb_has(skb, offset, size))
		return -EINVAL;
	return skb_copy_bits(skb, (int)offset, to, (int)size) ? -EINVAL : 0;
}

int __kprobes rex_skb_store(struct rex_skb *packet, __u64 offset, const void *from, __u64 size)
{
	struct sk_buff *skb = rex_skb(packet);
	void *to;

	if (!rex_skb_has(skb, offset, size))
		return -EINVAL;
	if (skb_ensure_writable(skb, (unsigned int)(offset + size)))
		return -EBUSY;
	to = skb->data + offset;
	/* What the network card has summed up stays right; the flow's hash does not. */
	__skb_postpull_rcsum(skb, to, (u32)size, (u32)offset);
	memcpy(to, from, size);
	__skb_postpush_rcsum(skb, to, (u32)size, (u32)offset);
	skb_clear_hash(skb);
	return 0;
}

int __kprobes rex_skb_replace_checksum(struct rex_skb *packet, __u64 offset, __u32 before,
				       __u32 after, __u32 pseudo_header)
{
	struct sk_buff *skb = rex_skb(packet);

	if (!rex_skb_has(skb, offset, sizeof(__sum16)))
		return -EINVAL;
	if (skb_ensure_writable(skb, (unsigned int)(offset + sizeof(__sum16))))
		return -EBUSY;
	inet_proto_csum_replace4((__sum16 *)(skb->data + offset), skb, (__force __be32)before,
				 (__force __be32)after, pseudo_header != 0);
	return 0;
}

void __kprobes rex_skb_set_mark(struct rex_skb *packet, __u32 mark)
{
	rex_skb(packet)->mark = mark;
}

__u32 __kprobes rex_skb_interface(struct rex_skb *packet)
{
	const struct net_device *device = rex_skb(packet)->dev;

	return device ? (u32)device->ifindex : 0;
}

/* As bpf_redirect: what TC reads when the program returns TC_ACT_REDIRECT. */
void __kprobes rex_skb_redirect(struct rex_skb *packet, __u32 interface)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 11, 0)
	struct bpf_redirect_info *redirect = bpf_net_ctx_get_ri();
#else
	struct bpf_redirect_info *redirect = this_cpu_ptr(&bpf_redirect_info);
#endif

	redirect->flags = 0;
	redirect->tgt_index = interface;
}
