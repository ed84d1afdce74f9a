// SPDX-License-Identifier: GPL-2.0-only
/*
 * Raw tracepoint: the arguments that the kernel passes to its tracepoint, in registers and
 * on the stack, as its own probes get them.
 */
#include <linux/slab.h>
#include <linux/tracepoint.h>

#include "../rex.h"

/* As many as eBPF takes; the kernel's own have fewer. */
#define REX_TRACEPOINT_ARGUMENTS 12

struct rex_raw_tracepoint {
	struct rex_link link;
	struct tracepoint *tracepoint;
	void *probe;
};

static __always_inline void rex_tracepoint_run(void *data, u64 *arguments)
{
	rex_run_tracing(&((struct rex_raw_tracepoint *)data)->link, arguments);
}

/*
 * One probe for each number of arguments: reading more than were passed would read the
 * caller's stack.  A program reads no more than there are: the loader has compared them with those
 * that it declares.  The kernel casts a probe to the tracepoint's own type when it calls it;
 * every argument is one register or stack slot.
 */
#define REX_PROBE(count, parameters, ...)                                        \
	static void __no_stack_protector rex_tracepoint_probe_##count parameters \
	{                                                                        \
		u64 arguments[] = { __VA_ARGS__ };                               \
                                                                                 \
		rex_tracepoint_run(data, arguments);                             \
	}

REX_PROBE(0, (void *data), 0)
REX_PROBE(1, (void *data, u64 a), a)
REX_PROBE(2, (void *data, u64 a, u64 b), a, b)
REX_PROBE(3, (void *data, u64 a, u64 b, u64 c), a, b, c)
REX_PROBE(4, (void *data, u64 a, u64 b, u64 c, u64 d), a, b, c, d)
REX_PROBE(5, (void *data, u64 a, u64 b, u64 c, u64 d, u64 e), a, b, c, d, e)
REX_PROBE(6, (void *data, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f), a, b, c, d, e, f)
REX_PROBE(7, (void *data, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f, u64 g), a, b, c, d, e, f, g)
REX_PROBE(8, (void *data, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f, u64 g, u64 h), a, b, c, d, e, f,
	  g, h)
REX_PROBE(9, (void *data, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f, u64 g, u64 h, u64 i), a, b, c,
	  d, e, f, g, h, i)
REX_PROBE(10, (void *data, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f, u64 g, u64 h, u64 i, u64 j), a,
	  b, c, d, e, f, g, h, i, j)
REX_PROBE(11,
	  (void *data, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f, u64 g, u64 h, u64 i, u64 j, u64 k),
	  a, b, c, d, e, f, g, h, i, j, k)
REX_PROBE(12,
	  (void *data, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f, u64 g, u64 h, u64 i, u64 j, u64 k,
	   u64 l),
	  a, b, c, d, e, f, g, h, i, j, k, l)

static void *const rex_tracepoint_probes[REX_TRACEPOINT_ARGUMENTS + 1] = {
	rex_tracepoint_probe_0,	 rex_tracepoint_probe_1,  rex_tracepoint_probe_2,
	rex_tracepoint_probe_3,	 rex_tracepoint_probe_4,  rex_tracepoint_probe_5,
	rex_tracepoint_probe_6,	 rex_tracepoint_probe_7,  rex_tracepoint_probe_8,
	rex_tracepoint_probe_9,	 rex_tracepoint_probe_10, rex_tracepoint_probe_11,
	rex_tracepoint_probe_12,
};

struct rex_tracepoint_search {
	const char *name;
	struct tracepoint *found;
};

static void rex_tracepoint_visit(struct tracepoint *tracepoint, void *data)
{
	struct rex_tracepoint_search *search = data;

	if (!strcmp(tracepoint->name, search->name))
		search->found = tracepoint;
}

static struct rex_link *rex_raw_tracepoint_attach(struct rex_program *program,
						  const struct rex_attach *how)
{
	struct rex_tracepoint_search search = { .name = how->target };
	struct rex_raw_tracepoint *probe;
	int error;

	if (how->tracepoint.arguments > REX_TRACEPOINT_ARGUMENTS)
		return ERR_PTR(-EINVAL);
	/* Tracepoints of vmlinux: they never go away. */
	for_each_kernel_tracepoint (rex_tracepoint_visit, &search)
		;
	if (!search.found)
		return ERR_PTR(-ENOENT);
	probe = kzalloc(sizeof(*probe), GFP_KERNEL);
	if (!probe)
		return ERR_PTR(-ENOMEM);
	probe->link.running = program;
	probe->tracepoint = search.found;
	probe->probe = rex_tracepoint_probes[how->tracepoint.arguments];
	error = tracepoint_probe_register(probe->tracepoint, probe->probe, probe);
	if (error) {
		kfree(probe);
		return ERR_PTR(error);
	}
	return &probe->link;
}

static void rex_raw_tracepoint_detach(struct rex_link *link)
{
	struct rex_raw_tracepoint *probe = container_of(link, struct rex_raw_tracepoint, link);

	tracepoint_probe_unregister(probe->tracepoint, probe->probe, probe);
	tracepoint_synchronize_unregister();
}

static void rex_raw_tracepoint_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_raw_tracepoint, link));
}

const struct rex_hook_type rex_raw_tracepoint_hook = {
	.name = "raw_tracepoint",
	.attach = rex_raw_tracepoint_attach,
	.detach = rex_raw_tracepoint_detach,
	.free = rex_raw_tracepoint_free,
};
