/* SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause */
/*
 * The control device, /dev/rex: how a loader talks to the runtime.
 *
 * An open file is the owner of at most one extension: the loader writes the file's
 * descriptor into the extension's image, and finit_module() binds the two.  When the
 * last descriptor of the file is closed, also by SIGKILL, every program of the
 * extension that was attached through it is detached, and the extension becomes an
 * orphan that anyone may unload with delete_module().  A link is a descriptor of its
 * own; closing it detaches.
 *
 * All calls need CAP_SYS_ADMIN in the initial user namespace and process context.
 * Numbers start at 0x10: the VFS answers _IO(0, 1) and _IO(0, 2) itself.
 */
#ifndef REX_CONTROL_H
#define REX_CONTROL_H

#include "abi.h"

#include <linux/ioctl.h>

#define REX_DEVICE "/dev/rex"
#define REX_IOC_TYPE 'R'

/*
 * What the runtime cannot find by itself, because the kernel exports it to BPF
 * programs only, and the loader finds by BTF and by loading a BPF program.
 *
 *   REX_KERNEL_HELPER(name)             address of the BPF helper bpf_<name>
 *   REX_KERNEL_FIELD(structure, field)  byte offset in a private structure
 */
#define REX_KERNEL_HELPERS(REX_KERNEL_HELPER)       \
	REX_KERNEL_HELPER(ringbuf_output)           \
	REX_KERNEL_HELPER(ringbuf_reserve)          \
	REX_KERNEL_HELPER(ringbuf_submit)           \
	REX_KERNEL_HELPER(ringbuf_discard)          \
	REX_KERNEL_HELPER(get_stackid_raw_tp)       \
	REX_KERNEL_HELPER(perf_event_output_raw_tp) \
	REX_KERNEL_HELPER(perf_event_read_value)    \
	REX_KERNEL_HELPER(probe_read_kernel_str)    \
	REX_KERNEL_HELPER(probe_read_user_str)      \
	REX_KERNEL_HELPER(user_rnd_u32)

#define REX_KERNEL_FIELDS(REX_KERNEL_FIELD)     \
	REX_KERNEL_FIELD(bpf_queue_stack, lock) \
	REX_KERNEL_FIELD(bpf_ringbuf_map, rb)   \
	REX_KERNEL_FIELD(bpf_ringbuf, spinlock) \
	REX_KERNEL_FIELD(lpm_trie, lock)

#define REX_KERNEL_ENUM_HELPER(name) REX_KERNEL_HELPER_##name,
#define REX_KERNEL_ENUM_FIELD(structure, field) REX_KERNEL_FIELD_##structure##__##field,
enum rex_kernel_helper { REX_KERNEL_HELPERS(REX_KERNEL_ENUM_HELPER) REX_KERNEL_HELPER_COUNT };
enum rex_kernel_field { REX_KERNEL_FIELDS(REX_KERNEL_ENUM_FIELD) REX_KERNEL_FIELD_COUNT };
#undef REX_KERNEL_ENUM_HELPER
#undef REX_KERNEL_ENUM_FIELD

/* REX_IOC_INFO */
struct rex_info {
	__u32 abi_version; /* out: REX_ABI_VERSION of the runtime */
	__u32 ready; /* out: 1 after REX_IOC_SETUP */
	char release[REX_NAME_SIZE]; /* out: of the project, "0.1.0" */
};

/*
 * REX_IOC_SETUP: once after the runtime was loaded; later calls do nothing.
 *
 * prog_fd is a loaded, never attached BPF_PROG_TYPE_RAW_TRACEPOINT program whose
 * first ld_imm64 is the per-CPU variable bpf_prog_active (BPF_PSEUDO_BTF_ID), and
 * which calls each of REX_KERNEL_HELPERS.  The runtime reads the addresses from
 * its instructions and checks the helpers' names.
 * Errors: EINVAL where an address is missing or has another name.
 */
struct rex_setup {
	__s32 prog_fd;
	__u32 field_offsets[REX_KERNEL_FIELD_COUNT]; /* bytes */
};

struct rex_attach_kprobe {
	__u64 offset; /* bytes from the start of the function */
};

struct rex_attach_tracepoint {
	__u64 arguments; /* how many the tracepoint has, by BTF */
};

struct rex_attach_perf_event {
	__u64 type; /* enum perf_type_id */
	__u64 config; /* of that type: PERF_COUNT_* */
	__u64 period; /* counted between two runs, on each CPU */
};

struct rex_attach_fentry {
	__u64 direct; /* 1: as the function's direct caller, where there is none */
};

struct rex_attach_netfilter {
	__u32 family; /* NFPROTO_IPV4, NFPROTO_IPV6, NFPROTO_INET: both */
	__u32 hook; /* enum nf_inet_hooks, but for ingress */
	__s32 priority; /* smaller is earlier */
	__u32 reserved; /* 0 */
};

struct rex_attach_uprobe {
	__s32 fd; /* of the file that processes map */
	__u32 reserved; /* 0 */
	__u64 offset; /* bytes from the start of the file */
};

struct rex_attach_timer {
	__u64 period; /* nanoseconds: 100,000 to a day */
};

struct rex_attach_trace_event {
	__u64 id; /* of the tracepoint, as tracefs has it */
	__u64 fields; /* const struct rex_trace_field *: as the program declares them */
	__u32 field_count;
	__u32 reserved; /* 0 */
};

/*
 * REX_IOC_ATTACH: attaches a program of this file's extension to its hook.
 * Returns a new descriptor, close-on-exec: the link.
 * Errors: EINVAL (no such program, or the kernel refuses a probe there), ENOENT (no
 * such target in this kernel), EBUSY (kprobe_override: another tool changes the function),
 * EACCES (kprobe_override: not on a function where that is allowed), ENOSPC (fentry: all slots are
 * taken), ENODEV (this file has no extension), EPERM (the program panicked and is disabled),
 * EOPNOTSUPP (the hook is not attachable).
 */
struct rex_attach {
	__u32 program; /* index in the extension's image */
	__u32 flags; /* 0 */
	union {
		struct rex_attach_kprobe kprobe;
		struct rex_attach_tracepoint tracepoint;
		struct rex_attach_perf_event perf_event;
		struct rex_attach_fentry fentry;
		struct rex_attach_netfilter netfilter;
		struct rex_attach_trace_event trace_event;
		struct rex_attach_uprobe uprobe;
		struct rex_attach_timer timer;
		__u64 words[4];
	};
	char target[REX_TARGET_SIZE]; /* name of the function or tracepoint */
};

/*
 * REX_IOC_REPLACE: lets a program of this file's extension run where a link, of any extension, has
 * run another one.  No event is lost, and none is seen by both: the next one is the new program's.
 * When it returns, the old one runs no more by this link, and the link is this extension's.
 * Errors: EBADF (not a link), EINVAL (no such program, or one of another hook), ENOENT (the link is
 * detached), EXDEV (tracepoint: the fields are others), ENODEV and EPERM as above.
 */
struct rex_replace {
	__s32 link; /* descriptor */
	__u32 reserved; /* 0 */
	struct rex_attach how; /* as for REX_IOC_ATTACH; what it attaches to stays as it is */
};

/*
 * REX_IOC_RUN: runs a program with hook REX_HOOK_ONCE here and now.
 * Errors: EINVAL, ENODEV, EPERM as above; ECANCELED: the program panicked.
 */
struct rex_run {
	__u32 program;
	__u32 flags; /* 0 */
	__s64 value; /* out: what the program returned, or its panic value */
};

/*
 * REX_IOC_LIST: the extension at a position.  Positions are dense; the list may change
 * between calls.  Errors: ENOENT past the end.
 */
struct rex_list {
	__u32 position; /* in, from 0 */
	__u32 links; /* out: attached programs */
	__u32 owned; /* out: 0 for an orphan */
	__s32 owner; /* out: pid that loaded it, in the initial pid namespace */
	char name[REX_NAME_SIZE]; /* out */
	char module[REX_NAME_SIZE]; /* out: for delete_module() */
};

/*
 * REX_IOC_PROGRAM: a program of the extension at a position, whoever owns it.
 * Errors: ENOENT past the end of either list.
 */
struct rex_list_program {
	__u32 position; /* in, as in struct rex_list */
	__u32 program; /* in, from 0 */
	__u32 hook; /* out: enum rex_hook */
	__u32 links; /* out: how often it is attached */
	__u32 disabled; /* out: 1 after a panic */
	__u32 reserved; /* out: 0 */
	__u64 runs, missed, panics; /* out: as in struct rex_stats */
	char name[REX_NAME_SIZE]; /* out */
	char module[REX_NAME_SIZE]; /* out: of the extension, as in struct rex_list */
};

/* REX_IOC_STATS: counters of a program of this file's extension. */
struct rex_stats {
	__u32 program;
	__u32 disabled; /* out: 1 after a panic */
	__u64 runs; /* out: invocations, finished or panicked */
	__u64 missed; /* out: events skipped because of re-entrancy */
	__u64 panics; /* out */
};

/*
 * REX_IOC_STUB: gives a program of this file's extension a number by which a BPF program, the
 * stub, calls it: the kfunc rex_stub_<hook>(context, number) of rex.ko.  For hooks to which the
 * kernel attaches BPF programs only.  Returns a new descriptor, close-on-exec: the link.
 *
 * The number leads to the program for as long as the descriptor is open; after that the kfunc
 * returns what the hook takes for "no opinion".  With a map, it does so for as long as the map
 * lives: the stub refers to it, and so a pinned BPF link keeps the program and its extension.
 * The map is an array of one element, struct { struct rex_stub *stub; }, where the pointer is a
 * referenced kptr.
 *
 * Errors: EINVAL (no such program, or such a map), ENODEV, EPERM as below; EOPNOTSUPP (not a hook
 * of BPF programs, or this kernel refused the kfunc: the log says why), ENOSPC.
 */
struct rex_stub_create {
	__u32 program; /* index in the extension's image */
	__s32 map_fd; /* -1 for none */
	__u32 number; /* out */
	__u32 flags; /* 0 */
};

/*
 * REX_IOC_STUB_LINK, on the link's descriptor, with the descriptor of the BPF link that
 * attached the stub: a panic then detaches it from its hook.
 * Errors: EBADF (not a BPF link), EBUSY (it has one), EPERM (the program panicked already).
 */

/*
 * REX_IOC_GLOBAL: reads, or writes, a global number of this file's extension, whole.
 * Errors: EINVAL (no such global), ENODEV (this file has no extension).
 */
struct rex_global {
	__u32 global; /* index in the extension's image */
	__u32 write; /* 1: value is stored; 0: it is loaded */
	__u64 value; /* in or out; the low bytes of a smaller one */
};

/*
 * REX_IOC_LOG: a new descriptor, close-on-exec, to read the log with (log.h): from its oldest
 * record on, whoever else reads it.  read() gives one struct rex_log_record and waits for it,
 * unless O_NONBLOCK is set: EAGAIN.  EINVAL where the buffer is smaller than the record.  poll()
 * works.
 */

#define REX_IOC_INFO _IOR(REX_IOC_TYPE, 0x10, struct rex_info)
#define REX_IOC_SETUP _IOW(REX_IOC_TYPE, 0x11, struct rex_setup)
#define REX_IOC_ATTACH _IOW(REX_IOC_TYPE, 0x12, struct rex_attach)
#define REX_IOC_RUN _IOWR(REX_IOC_TYPE, 0x13, struct rex_run)
#define REX_IOC_LIST _IOWR(REX_IOC_TYPE, 0x14, struct rex_list)
#define REX_IOC_STATS _IOWR(REX_IOC_TYPE, 0x15, struct rex_stats)
#define REX_IOC_GLOBAL _IOWR(REX_IOC_TYPE, 0x16, struct rex_global)
#define REX_IOC_PROGRAM _IOWR(REX_IOC_TYPE, 0x18, struct rex_list_program)
#define REX_IOC_REPLACE _IOW(REX_IOC_TYPE, 0x19, struct rex_replace)
#define REX_IOC_LOG _IO(REX_IOC_TYPE, 0x17)
#define REX_IOC_STUB _IOWR(REX_IOC_TYPE, 0x20, struct rex_stub_create)
#define REX_IOC_STUB_LINK _IO(REX_IOC_TYPE, 0x21)

#endif
