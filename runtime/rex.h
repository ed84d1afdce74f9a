/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the parts of the runtime share.
 *
 * Objects: an extension (a loaded module) has programs; a link is a program attached
 * to a hook; an invocation is one run of a program.
 * Locking: rex_mutex protects the list of extensions, owners and links.  The hot path
 * takes no lock: detaching waits until no invocation can be in the program.
 */
#ifndef REX_H
#define REX_H

#include <linux/bpf.h>
#include <linux/irq_work.h>
#include <linux/kprobes.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/percpu.h>
#include <linux/sched.h>
#include <linux/spinlock.h>
#include <linux/workqueue.h>

#include <rex/abi.h>
#include <rex/control.h>
#include <rex/log.h>

#include "ledger.h"

struct rex_extension;
struct rex_task;
struct rex_xdp;
struct rex_skb;

/* ---- contract: what extensions call (exports.c) ---- */

#define REX_ABI_FUNCTION(result, name, parameters) result name parameters;
/*
 * Not __noreturn: objtool knows the kernel's own such functions only, and takes the code
 * after a call of another for fallen off the end.  Callers say unreachable() instead.
 */
#define REX_ABI_NORETURN(name, parameters) void name parameters;
#define REX_ABI_PERCPU(type, name) DECLARE_PER_CPU(type, name);
#include <rex/functions.h>

int rex_extension_init(struct rex_extension_image *image);
void rex_extension_exit(struct rex_extension_image *image);

/* ---- panic.c: records, filled where a program panics and printed later ---- */

#define REX_PANIC_FRAMES 32

struct rex_panic_record {
	atomic_t claimed; /* the first panic of a program owns the record */
	struct rex_site site;
	u64 first, second;
	unsigned int cpu;
	pid_t pid;
	char comm[TASK_COMM_LEN];
	unsigned int frame_count;
	unsigned long frames[REX_PANIC_FRAMES];
	struct irq_work irq_work;
	struct work_struct work;
};

struct rex_program;

void rex_panic_record_init(struct rex_program *program);
/* Waits until no record of the program is being printed.  Without rex_mutex. */
void rex_panic_record_flush(struct rex_program *program);

/* ---- program.c ---- */

struct rex_counters {
	u64 runs, missed, panics;
};

struct rex_program {
	struct rex_extension *extension;
	s64 (*entry)(void *context);
	u64 budget; /* nanoseconds of own time */
	s64 panic_value;
	enum rex_hook hook;
	bool disabled; /* set by a panic, for good */
	char name[REX_NAME_SIZE];
	struct rex_counters __percpu *counters;
	struct rex_panic_record panic;
};

int rex_program_init(struct rex_program *program, struct rex_extension *extension,
		     const struct rex_program_image *image);
void rex_program_destroy(struct rex_program *program);
/* Counts events that the hook's own back end lost. */
void rex_program_add_missed(struct rex_program *program, u64 events);
void rex_program_stats(const struct rex_program *program, struct rex_stats *stats);

/* ---- log.c ---- */

int rex_log_init(void);
void rex_log_exit(void);
/* A new descriptor to read the log with, or a negated errno. */
int rex_log_open(void);
/* Process context. */
void rex_log_extension(const struct rex_extension *extension, enum rex_log_kind kind);
void rex_log_panic(const struct rex_program *program, const char *reason);

/* ---- maps/map.c ---- */

void rex_maps_init(void);
/* Fills in a map object of an extension.  -EINVAL where it describes another map. */
int rex_map_bind(struct rex_map *definition, struct bpf_map *map);

/* ---- extension.c ---- */

/* An open /dev/rex. */
struct rex_owner {
	struct rex_extension *extension; /* or null */
};

struct rex_extension {
	struct list_head node; /* of rex_extensions */
	struct list_head links; /* attached */
	struct rex_owner *owner; /* null: an orphan */
	struct module *module;
	pid_t loader; /* in the initial pid namespace */
	u32 map_count;
	struct bpf_map **maps; /* references */
	u32 global_count;
	const struct rex_global_image *globals; /* in the module's own memory */
	u32 program_count;
	char name[REX_NAME_SIZE];
	struct rex_program programs[];
};

extern struct mutex rex_mutex;
extern struct list_head rex_extensions;

/* Detaches all and lets the extension's module go.  With rex_mutex held. */
void rex_extension_disown(struct rex_extension *extension);

/* ---- hooks.c, attach/ ---- */

struct rex_link {
	struct list_head node; /* of rex_extension.links */
	struct rex_program *program; /* null once detached */
	/*
	 * What the hook runs; set before it is registered, and another one where it is replaced.
	 * Read with preemption off.
	 */
	struct rex_program *running;
	const struct rex_hook_type *type;
};

struct rex_hook_type {
	const char *name;
	/* Registers with the kernel, allocates the link.  Sleeps. */
	struct rex_link *(*attach)(struct rex_program *program, const struct rex_attach *how);
	/* Unregisters.  When it returns, no invocation through this link runs.  Sleeps. */
	void (*detach)(struct rex_link *link);
	/* Frees the link. */
	void (*free)(struct rex_link *link);
	/* The link's file was closed.  Detaches by default.  With rex_mutex held. */
	void (*close)(struct rex_link *link);
	/* The extension lost its owner.  Detaches by default.  With rex_mutex held. */
	void (*disown)(struct rex_link *link);
	/* Whether another program can take the place of the one attached; any can by default. */
	int (*may_replace)(const struct rex_link *link, const struct rex_attach *how);
	/* An ioctl() on the link's file.  With rex_mutex held. */
	int (*control)(struct rex_link *link, unsigned int command, unsigned long argument);
};

extern const struct rex_hook_type rex_kprobe_hook;
extern const struct rex_hook_type rex_kretprobe_hook;
extern const struct rex_hook_type rex_raw_tracepoint_hook;
extern const struct rex_hook_type rex_perf_event_hook;
extern const struct rex_hook_type rex_fentry_hook;
extern const struct rex_hook_type rex_netfilter_hook;
extern const struct rex_hook_type rex_uprobe_hook;
extern const struct rex_hook_type rex_uretprobe_hook;
extern const struct rex_hook_type rex_timer_hook;
extern const struct rex_hook_type rex_kprobe_override_hook;
extern const struct rex_hook_type rex_tracepoint_hook;

const char *rex_hook_name(enum rex_hook hook);
/* A new descriptor or a negated errno.  With rex_mutex held. */
int rex_link_create(struct rex_program *program, const struct rex_attach *how);
/* The descriptor of a link that is attached already; on failure it is detached and freed. */
int rex_link_install(struct rex_link *link, struct rex_program *program,
		     const struct rex_hook_type *type);
/*
 * Lets another program run where a link's did, from one event to the next.  When it returns, that
 * one runs no more by this link.  0 or a negated errno.  With rex_mutex held.  Sleeps.
 */
int rex_link_replace(int link_fd, struct rex_program *program, const struct rex_attach *how);
/* With rex_mutex held; a link that is detached already stays so. */
void rex_link_detach(struct rex_link *link);
void rex_link_disown(struct rex_link *link);
void rex_program_detach(struct rex_program *program);

/* ---- stubs.c: programs that BPF programs call ---- */

/* A hook to which the kernel attaches BPF programs only. */
struct rex_stub_type {
	enum rex_hook hook;
	const char *name;
	enum bpf_prog_type prog_type; /* that may call the kfunc */
	const struct btf_kfunc_id_set *kfuncs; /* null: as those of the hook before it */
};

extern const struct rex_stub_type rex_xdp_stub;
extern const struct rex_stub_type rex_tc_stub;
extern const struct rex_stub_type rex_lsm_stub;
extern const struct rex_stub_type rex_fexit_stub;
extern const struct rex_stub_type rex_cgroup_skb_stub;

/* Null for another hook. */
const char *rex_stub_hook_name(enum rex_hook hook);

int rex_stubs_init(void);
void rex_stubs_exit(void);
/* A new descriptor or a negated errno.  With rex_mutex held. */
int rex_stub_create(struct rex_program *program, struct rex_stub_create *how);
/*
 * Runs the program with that number.  The value is the program's, or else `none`: where there
 * is no such program, or it has another hook than the caller.
 */
s64 rex_stub_run(u32 number, enum rex_hook hook, void *context, s64 none);

/* ---- invocation.c ---- */

/* What a panic restores (dispatch.S). */
struct rex_frame {
	unsigned long rbp, rbx, r12, r13, r14, r15;
};

/*
 * One run of a program.  Lives on the stack of what runs it, so that every nesting is
 * last in, first out, and needs no allocation.
 */
struct rex_invocation {
	struct rex_invocation *outer; /* what this one interrupted, or null */
	struct rex_program *program;
	struct rex_frame frame; /* dispatch's */
	long outer_fuel;
	unsigned long outer_stack_limit;
	u64 accounted; /* clock up to which own time has been counted, ns; 0: not read yet */
	u64 used; /* own time, ns; once the clock has been read */
	unsigned long lock_flags; /* interrupts before the first spin lock, while one is held */
	u32 lock_count; /* spin locks held */
	const struct bpf_map *map; /* whose locks the running operation takes, or null */
	u32 panicked;
	struct rex_ledger ledger; /* last: only its count is initialised */
};

DECLARE_PER_CPU(struct rex_invocation *, rex_current);

enum rex_outcome {
	REX_FINISHED,
	REX_SKIPPED, /* it did not run: disabled, or too little stack */
	REX_PANICKED,
};

/*
 * Runs a link's program: what it returned, or its panic value unless it finished.  Any context in
 * which RCU is watching.
 */
s64 rex_run(const struct rex_link *link, void *context);
/* The same for a program without a link, telling how it went. */
enum rex_outcome rex_run_outcome(struct rex_program *program, void *context, s64 *value);
/* As rex_run() for hooks that tracing programs use: honours bpf_prog_active. */
s64 rex_run_tracing(const struct rex_link *link, void *context);
/* As rex_run_tracing() for hooks on functions: they are called where RCU is not watching, too. */
s64 rex_run_function(const struct rex_link *link, void *context);

/* ---- dispatch.S ---- */

/* Calls entry(context) and returns its value, or the value of rex_dispatch_exit(). */
s64 rex_dispatch(s64 (*entry)(void *), void *context, struct rex_frame *frame);
/* Leaves the program that rex_dispatch() called with that frame.  Does not return. */
void rex_dispatch_exit(const struct rex_frame *frame, s64 value);

/* ---- kernel.c: what the kernel exports to BPF programs only ---- */

#define REX_KERNEL_HELPER(name) u64 (*name)(u64, u64, u64, u64, u64);
#define REX_KERNEL_FIELD(structure, field) u32 structure##__##field;

struct rex_kernel {
	bool ready; /* all below is set; with rex_mutex held to write */
	int __percpu *prog_active; /* bpf_prog_active */
	REX_KERNEL_HELPERS(REX_KERNEL_HELPER)
	REX_KERNEL_FIELDS(REX_KERNEL_FIELD)
};

#undef REX_KERNEL_HELPER
#undef REX_KERNEL_FIELD

extern struct rex_kernel rex_kernel;

int rex_kernel_setup(const struct rex_setup *setup);

/*
 * Whether a lock of the kernel can be had: false where what this CPU has interrupted
 * holds it, so that waiting would never end.
 */
bool rex_lock_obtainable(raw_spinlock_t *lock);

/* ---- control.c ---- */

int rex_control_init(void);
void rex_control_exit(void);
/* The owner behind a descriptor of /dev/rex; *file holds a reference. */
struct rex_owner *rex_owner_get(int fd, struct file **file);

#endif
