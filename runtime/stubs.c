// SPDX-License-Identifier: GPL-2.0-only
/*
 * Stubs: BPF programs that do nothing but call a program of ours.
 *
 * To XDP, TC, LSM and the like the kernel attaches BPF programs only.  So the loader attaches a
 * BPF program of a few instructions, which calls a kfunc with a number, and the number leads
 * here to the program.  Everything around it, attaching, pinning, listing, running for a test, is
 * the kernel's own.
 *
 * Lifetime.  A number leads to its program while the link's file is open, or the stub lives.
 * The kernel tells nobody when a BPF program dies, but it drops the program's maps, and what is
 * stored in them: the stub refers to a map whose only element is a pointer to struct rex_stub,
 * of the kind that BPF calls a referenced kptr, and whose destructor is ours.  A number is not
 * used again, so a stub that outlives what it calls gets the hook's neutral value.
 */
#define pr_fmt(fmt) "rex: " fmt

#include <linux/rcupdate.h>
#include <linux/refcount.h>
#include <linux/slab.h>
#include <linux/version.h>

#include "kfunc.h"
#include "rex.h"

#define REX_STUBS 1024 /* a power of two: attached at a time */

struct rex_stub {
	struct rex_link link;
	u32 number;
	refcount_t references; /* of the link's file and of the map */
	bool in_map; /* with rex_mutex held */
	struct bpf_link *bpf_link; /* reference, or null; with rex_mutex held */
	struct work_struct dropped;
};

static struct rex_stub __rcu *rex_stubs[REX_STUBS];
static u32 rex_stub_last_number; /* with rex_mutex held */
static struct workqueue_struct *rex_stub_queue;

static const struct rex_stub_type *const rex_stub_types[] = {
	&rex_xdp_stub,	      &rex_tc_stub, &rex_lsm_stub, &rex_fexit_stub,
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	&rex_cgroup_skb_stub,
#endif
};

/* By hook: 0 once BPF programs may call its kfunc. */
static int rex_stub_errors[REX_HOOKS];

const char *rex_stub_hook_name(enum rex_hook hook)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(rex_stub_types); i++)
		if (rex_stub_types[i]->hook == hook)
			return rex_stub_types[i]->name;
	return NULL;
}

static struct rex_stub *rex_stub_of(struct rex_link *link)
{
	return container_of(link, struct rex_stub, link);
}

s64 rex_stub_run(u32 number, enum rex_hook hook, void *context, s64 none)
{
	struct rex_stub *stub;
	s64 value = none;

	/* A read section of RCU too, and cheaper. */
	preempt_disable_notrace();
	stub = rcu_dereference_sched(rex_stubs[number % REX_STUBS]);
	/* Any BPF program may call with any number: what it passes must be what the hook has. */
	if (likely(stub && stub->number == number && READ_ONCE(stub->link.running)->hook == hook)) {
		/* A policy is not skipped, wherever it is asked. */
		if (hook == REX_HOOK_FEXIT)
			value = rex_run_tracing(&stub->link, context);
		else
			value = rex_run(&stub->link, context);
	}
	preempt_enable_notrace();
	return value;
}

static void rex_stub_put(struct rex_stub *stub)
{
	if (refcount_dec_and_test(&stub->references))
		kfree(stub);
}

static struct bpf_link *rex_stub_take_bpf_link(struct rex_stub *stub)
{
	struct bpf_link *bpf_link = stub->bpf_link;

	stub->bpf_link = NULL;
	return bpf_link;
}

/* Off its hook, now; a link that cannot do that stays until its last descriptor is closed. */
static void rex_bpf_link_detach(struct bpf_link *bpf_link)
{
	if (bpf_link->ops->detach)
		bpf_link->ops->detach(bpf_link);
	bpf_link_put(bpf_link);
}

static void rex_stub_detach(struct rex_link *link)
{
	struct rex_stub *stub = rex_stub_of(link);
	struct bpf_link *bpf_link = rex_stub_take_bpf_link(stub);

	RCU_INIT_POINTER(rex_stubs[stub->number % REX_STUBS], NULL);
	synchronize_rcu();
	if (bpf_link)
		rex_bpf_link_detach(bpf_link);
}

/* What the map's reference ends with. */
static void rex_stub_dropped(struct work_struct *work)
{
	struct rex_stub *stub = container_of(work, struct rex_stub, dropped);

	mutex_lock(&rex_mutex);
	stub->in_map = false;
	rex_link_detach(&stub->link);
	mutex_unlock(&rex_mutex);
	rex_stub_put(stub);
}

/*
 * The destructor of the pointer in the map: the map is being freed, or its element was
 * overwritten.  6.1 calls it for a null pointer too.  Any context.
 */
__bpf_kfunc void rex_stub_drop(void *pointer)
{
	struct rex_stub *stub = pointer;

	if (stub)
		queue_work(rex_stub_queue, &stub->dropped);
}

/*
 * The loader closes the BPF link first: if that was its last reference but ours, the stub is
 * off its hook for good.  Else somebody holds on to it, such as a pin in bpffs.
 */
static void rex_stub_close(struct rex_link *link)
{
	struct rex_stub *stub = rex_stub_of(link);
	struct bpf_link *bpf_link;

	if (!stub->in_map || (stub->bpf_link && atomic64_read(&stub->bpf_link->refcnt) == 1))
		rex_link_detach(link);
	bpf_link = rex_stub_take_bpf_link(stub);
	if (bpf_link)
		bpf_link_put(bpf_link);
}

/* A stub that BPF keeps needs no owner; its link's file is closed by itself. */
static void rex_stub_disown(struct rex_link *link)
{
	if (!rex_stub_of(link)->in_map)
		rex_link_detach(link);
}

static void rex_stub_free(struct rex_link *link)
{
	rex_stub_put(rex_stub_of(link));
}

static int rex_stub_set_bpf_link(struct rex_stub *stub, int fd)
{
	struct bpf_link *bpf_link;

	if (!stub->link.program)
		return -EPERM;
	if (stub->bpf_link)
		return -EBUSY;
	bpf_link = bpf_link_get_from_fd(fd);
	if (IS_ERR(bpf_link))
		return -EBADF;
	stub->bpf_link = bpf_link;
	return 0;
}

static int rex_stub_control(struct rex_link *link, unsigned int command, unsigned long argument)
{
	if (command != REX_IOC_STUB_LINK)
		return -ENOTTY;
	return rex_stub_set_bpf_link(rex_stub_of(link), (int)argument);
}

static const struct rex_hook_type rex_stub_link = {
	.name = "stub",
	.detach = rex_stub_detach,
	.free = rex_stub_free,
	.close = rex_stub_close,
	.disown = rex_stub_disown,
	.control = rex_stub_control,
};

/* Whether a map's only element is a pointer that it gives to rex_stub_drop(). */
static bool rex_is_stub_map(const struct bpf_map *map)
{
	if (map->map_type != BPF_MAP_TYPE_ARRAY || map->max_entries != 1 ||
	    map->value_size != sizeof(struct rex_stub *))
		return false;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
	return !IS_ERR_OR_NULL(map->record) && map->record->cnt == 1 &&
	       map->record->fields[0].type == BPF_KPTR_REF &&
	       map->record->fields[0].kptr.dtor == rex_stub_drop;
#else
	return !IS_ERR_OR_NULL(map->kptr_off_tab) && map->kptr_off_tab->nr_off == 1 &&
	       map->kptr_off_tab->off[0].type == BPF_KPTR_REF &&
	       map->kptr_off_tab->off[0].kptr.dtor == rex_stub_drop;
#endif
}

static int rex_stub_put_in_map(struct rex_stub *stub, int map_fd)
{
	struct bpf_map *map = bpf_map_get(map_fd);
	struct rex_stub **value;
	u32 key = 0;
	int error = -EINVAL;

	if (IS_ERR(map))
		return PTR_ERR(map);
	rcu_read_lock();
	value = rex_is_stub_map(map) ? map->ops->map_lookup_elem(map, &key) : NULL;
	if (value && !cmpxchg(value, NULL, stub))
		error = 0;
	rcu_read_unlock();
	bpf_map_put(map);
	return error;
}

/* A number that leads to a free place. */
static int rex_stub_number(struct rex_stub *stub)
{
	u32 attempts;

	for (attempts = 0; attempts < REX_STUBS; attempts++) {
		stub->number = ++rex_stub_last_number;
		if (!rcu_access_pointer(rex_stubs[stub->number % REX_STUBS]))
			return 0;
	}
	return -ENOSPC;
}

int rex_stub_create(struct rex_program *program, struct rex_stub_create *how)
{
	struct rex_stub *stub;
	int error;

	lockdep_assert_held(&rex_mutex);
	if (!rex_stub_hook_name(program->hook) || rex_stub_errors[program->hook])
		return -EOPNOTSUPP;
	if (READ_ONCE(program->disabled))
		return -EPERM;
	stub = kzalloc(sizeof(*stub), GFP_KERNEL);
	if (!stub)
		return -ENOMEM;
	refcount_set(&stub->references, 1);
	INIT_WORK(&stub->dropped, rex_stub_dropped);
	stub->link.running = program;
	error = rex_stub_number(stub);
	if (!error && how->map_fd >= 0) {
		/* Before the map has it: it may drop it at once. */
		refcount_inc(&stub->references);
		stub->in_map = true;
		error = rex_stub_put_in_map(stub, how->map_fd);
	}
	if (error) {
		kfree(stub);
		return error;
	}
	how->number = stub->number;
	rcu_assign_pointer(rex_stubs[stub->number % REX_STUBS], stub);
	return rex_link_install(&stub->link, program, &rex_stub_link);
}

/*
 * A kernel that refuses a kfunc has no hook of that kind for us; the rest works.  6.1 takes a set
 * for a program type that it does not know as a reason to drop all of the module's: such types
 * are not in the list there.
 */
static int rex_stub_register(const struct rex_stub_type *type)
{
	int error = register_btf_kfunc_id_set(type->prog_type, type->kfuncs);

	if (error)
		pr_warn("hook %s cannot be used: its kfunc is refused with error %d\n", type->name,
			error);
	return error;
}

BTF_ID_LIST(rex_stub_dtor_ids)
BTF_ID(struct, rex_stub)
BTF_ID(func, rex_stub_drop)

/* Without it no stub outlives the descriptor of its link. */
static void rex_stub_register_destructor(void)
{
	const struct btf_id_dtor_kfunc destructor = {
		.btf_id = rex_stub_dtor_ids[0],
		.kfunc_btf_id = rex_stub_dtor_ids[1],
	};
	int error = register_btf_id_dtor_kfuncs(&destructor, 1, THIS_MODULE);

	if (error)
		pr_warn("pinned BPF links cannot keep programs: error %d\n", error);
}

int rex_stubs_init(void)
{
	int error = 0;
	unsigned int i;

	rex_stub_queue = alloc_workqueue("rex_stubs", 0, 0);
	if (!rex_stub_queue)
		return -ENOMEM;
	for (i = 0; i < ARRAY_SIZE(rex_stub_types); i++) {
		if (rex_stub_types[i]->kfuncs)
			error = rex_stub_register(rex_stub_types[i]);
		rex_stub_errors[rex_stub_types[i]->hook] = error;
	}
	rex_stub_register_destructor();
	return 0;
}

void rex_stubs_exit(void)
{
	destroy_workqueue(rex_stub_queue);
}
