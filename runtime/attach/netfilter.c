// SPDX-License-Identifier: GPL-2.0-only
/*
 * netfilter: packets at a hook of the IP stacks, in the network namespace of who attaches.
 */
#include <linux/netfilter.h>
#include <linux/netdevice.h>
#include <linux/nsproxy.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <net/net_namespace.h>

#include "../rex.h"

struct rex_netfilter {
	struct rex_link link;
	struct net *net; /* reference: the namespace stays for as long as the link */
	struct nf_hook_ops ops;
};

/* What netfilter says of the packet of this CPU's innermost netfilter program. */
static DEFINE_PER_CPU(const struct nf_hook_state *, rex_netfilter_state);

/*
 * Softirq, or the sender's process.  Nothing but a verdict that leaves the packet to the kernel
 * passes: others, such as NF_STOLEN, say that somebody else will free it.
 */
static unsigned int __kprobes rex_netfilter_handler(void *data, struct sk_buff *skb,
						    const struct nf_hook_state *state)
{
	struct rex_netfilter *netfilter = data;
	const struct nf_hook_state *outer;
	u32 verdict;

	/* A packet that comes in by an interrupt is handled to its end: last in, first out. */
	preempt_disable();
	outer = this_cpu_read(rex_netfilter_state);
	this_cpu_write(rex_netfilter_state, state);
	/* Of a result of 32 bits the upper half of the register has no meaning. */
	verdict = (u32)rex_run(&netfilter->link, skb);
	this_cpu_write(rex_netfilter_state, outer);
	preempt_enable();
	switch (verdict) {
	case NF_DROP:
	case NF_QUEUE: /* number 0 */
		return verdict;
	default:
		return NF_ACCEPT;
	}
}

/* Called by a netfilter program only, for which the state is that of its packet. */
__u32 __kprobes rex_netfilter_interface(__u32 outgoing)
{
	const struct nf_hook_state *state = this_cpu_read(rex_netfilter_state);
	const struct net_device *device = outgoing ? state->out : state->in;

	return device ? (u32)device->ifindex : 0;
}

static struct rex_link *rex_netfilter_attach(struct rex_program *program,
					     const struct rex_attach *how)
{
	struct rex_netfilter *netfilter;
	int error;

	if (how->netfilter.family != NFPROTO_IPV4 && how->netfilter.family != NFPROTO_IPV6 &&
	    how->netfilter.family != NFPROTO_INET)
		return ERR_PTR(-EINVAL);
	if (how->netfilter.hook > NF_INET_POST_ROUTING)
		return ERR_PTR(-EINVAL);
	netfilter = kzalloc(sizeof(*netfilter), GFP_KERNEL);
	if (!netfilter)
		return ERR_PTR(-ENOMEM);
	netfilter->link.running = program;
	netfilter->net = get_net(current->nsproxy->net_ns);
	netfilter->ops.hook = rex_netfilter_handler;
	netfilter->ops.priv = netfilter;
	netfilter->ops.pf = (u8)how->netfilter.family;
	netfilter->ops.hooknum = how->netfilter.hook;
	netfilter->ops.priority = how->netfilter.priority;
	error = nf_register_net_hook(netfilter->net, &netfilter->ops);
	if (error) {
		put_net(netfilter->net);
		kfree(netfilter);
		return ERR_PTR(error);
	}
	return &netfilter->link;
}

static void rex_netfilter_detach(struct rex_link *link)
{
	struct rex_netfilter *netfilter = container_of(link, struct rex_netfilter, link);

	nf_unregister_net_hook(netfilter->net, &netfilter->ops);
	/* The stacks walk their hooks in RCU read sections. */
	synchronize_rcu();
	put_net(netfilter->net);
}

static void rex_netfilter_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_netfilter, link));
}

const struct rex_hook_type rex_netfilter_hook = {
	.name = "netfilter",
	.attach = rex_netfilter_attach,
	.detach = rex_netfilter_detach,
	.free = rex_netfilter_free,
};
