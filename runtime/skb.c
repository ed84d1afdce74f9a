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
#include <linux/if_vlan.h>
#include <linux/skbuff.h>
#include <linux/version.h>
#include <net/checksum.h>
#include <net/sch_generic.h>

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

/* The end of the last header that the kernel knows of. */
static u32 rex_skb_headers(const struct sk_buff *skb)
{
	int offset = skb_network_offset(skb);

	if (skb_transport_header_was_set(skb) && skb_transport_offset(skb) > 0)
		offset = skb_transport_offset(skb);
	return offset > 0 ? (u32)offset : 0;
}

/* As bpf_skb_change_tail. */
int __kprobes rex_skb_adjust_tail(struct rex_skb *packet, __s32 bytes)
{
	struct sk_buff *skb = rex_skb(packet);
	s64 size = (s64)skb->len + bytes;
	u32 before = skb->len;
	int error;

	if (size < rex_skb_headers(skb) || size > SKB_MAX_ALLOC || skb->encapsulation)
		return -EINVAL;
	if (skb_ensure_writable(skb, skb->len))
		return -EBUSY;
	if (bytes > 0) {
		error = __skb_grow_rcsum(skb, (unsigned int)size);
		if (!error)
			memset(skb->data + before, 0, bytes);
	} else {
		if (skb->ip_summed == CHECKSUM_PARTIAL &&
		    size < skb_checksum_start_offset(skb) + skb->csum_offset + sizeof(__sum16))
			skb->ip_summed = CHECKSUM_NONE;
		error = bytes ? __skb_trim_rcsum(skb, (unsigned int)size) : 0;
	}
	if (error)
		return -EBUSY;
	if (skb_is_gso(skb))
		skb_gso_reset(skb);
	return 0;
}

/* On its way in, what the network card has summed up does not cover the Ethernet header. */
static void rex_skb_cover_ethernet(struct sk_buff *skb)
{
	if (skb_at_tc_ingress(skb))
		skb_postpush_rcsum(skb, skb_mac_header(skb), skb->mac_len);
}

static void rex_skb_uncover_ethernet(struct sk_buff *skb)
{
	if (skb_at_tc_ingress(skb))
		skb_postpull_rcsum(skb, skb_mac_header(skb), skb->mac_len);
}

/* As bpf_skb_vlan_push. */
int __kprobes rex_skb_push_vlan(struct rex_skb *packet, __u32 protocol, __u32 control)
{
	struct sk_buff *skb = rex_skb(packet);
	int error;

	if ((protocol != ETH_P_8021Q && protocol != ETH_P_8021AD) || control > U16_MAX)
		return -EINVAL;
	rex_skb_cover_ethernet(skb);
	error = skb_vlan_push(skb, htons((u16)protocol), (u16)control);
	rex_skb_uncover_ethernet(skb);
	return error ? -EBUSY : 0;
}

/* As bpf_skb_vlan_pop. */
int __kprobes rex_skb_pop_vlan(struct rex_skb *packet)
{
	struct sk_buff *skb = rex_skb(packet);
	int error;

	rex_skb_cover_ethernet(skb);
	error = skb_vlan_pop(skb);
	rex_skb_uncover_ethernet(skb);
	return error ? -EBUSY : 0;
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
