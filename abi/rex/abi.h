/* SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause */
/*
 * Types that an extension and a runtime share.  Plain C, x86-64, the same in the
 * kernel, in an extension and in user space.
 */
#ifndef REX_ABI_H
#define REX_ABI_H

#include "types.h"

/*
 * Changes whenever an object built before the change could misbehave after it.
 * An object carries the version it was built for; the loader and the runtime
 * refuse another one.
 */
#define REX_ABI_VERSION 1u

/* Longest names, with the terminating NUL. */
#define REX_NAME_SIZE 64	 /* extensions, programs, maps */
#define REX_TARGET_SIZE 128 /* what a program is attached to */

/*
 * The body of a map object of the SDK.  The extension's source gives the first
 * five members, the loader creates the map and writes its descriptor, the runtime
 * takes a reference and fills in the kernel's own map.
 */
struct rex_map {
	__u32 type; /* enum bpf_map_type */
	__u32 key_size; /* bytes */
	__u32 value_size; /* bytes */
	__u32 max_entries; /* elements; bytes for a ring buffer */
	__u32 flags; /* BPF_F_* of BPF_MAP_CREATE, and REX_MAP_LOCKED */
	__s32 fd; /* of the loading process; -1 before the loader */
	__u64 kernel_map; /* struct bpf_map *, 0 before the runtime */
	/*
	 * Array: address of the first value; per-CPU array: of the per-CPU pointers to the values.
	 * 0 before the runtime, and for other maps.
	 */
	__u64 elements;
};

/* Of rex_map.flags, not for the kernel: each value begins with a struct rex_spin_lock. */
#define REX_MAP_LOCKED 0x80000000u

/* As struct bpf_spin_lock.  0 while nobody holds it; only the runtime writes it. */
struct rex_spin_lock {
	__u32 value;
};

/*
 * A record of a ring buffer that a program has reserved.  The slot, of the runtime's ledger, is
 * what the program holds; 0 for none.
 */
struct rex_record {
	__u64 data; /* address of the record */
	__u32 size; /* bytes */
	__u32 slot;
};

/* A reading of a hardware or software counter, as struct bpf_perf_event_value. */
struct rex_perf_counter {
	__u64 value;
	__u64 enabled; /* nanoseconds */
	__u64 running; /* nanoseconds: less than enabled where counters took turns */
};

/* Resources that one invocation may hold at once. */
#define REX_RESOURCES_MAX 32

/* Why a program panicked.  rex_site.kind says it, the two values detail it. */
enum rex_panic_kind {
	REX_PANIC_EXPLICIT = 0, /* rex::panic("…"): message in the site */
	REX_PANIC_BUDGET = 1, /* nanoseconds used, nanoseconds allowed */
	REX_PANIC_EMPTY_OPTION = 2, /* dereference of an empty Option */
	REX_PANIC_NULL_HANDLE = 3, /* use of a destroyed or moved-from handle */
	REX_PANIC_BOUNDS = 4, /* index, length */
	REX_PANIC_OVERFLOW = 5, /* operands */
	REX_PANIC_DIVISION = 6, /* dividend, divisor */
	REX_PANIC_SHIFT = 7, /* shifted value, distance */
	REX_PANIC_CONVERSION = 8, /* value */
	REX_PANIC_UNREACHABLE = 9, /* control flow left the source's meaning */
	REX_PANIC_STACK = 10, /* bytes below the limit, 0 */
	REX_PANIC_RESOURCES = 11, /* resources that one run may hold */
	REX_PANIC_LOCK = 12, /* of a lock that would never be had: message in the site */
	REX_PANIC_KINDS
};

/* A place in the source that may panic.  Constant data of the extension. */
struct rex_site {
	const char *file;
	const char *message; /* or null */
	__u32 line; /* from 1 */
	__u32 column; /* from 1 */
	__u32 kind; /* enum rex_panic_kind */
	__u32 bits; /* of the operands: width, negative where signed; 0 unknown */
};

/* What a program is attached to.  The SDK has a type of the same name for each. */
enum rex_hook {
	REX_HOOK_ONCE = 0, /* run on request, in process context */
	REX_HOOK_KPROBE = 1, /* context: struct pt_regs * */
	REX_HOOK_KRETPROBE = 2, /* context: struct pt_regs * */
	REX_HOOK_RAW_TRACEPOINT = 3, /* context: __u64 arguments[] */
	REX_HOOK_PERF_EVENT = 4, /* context: {registers, period, user mode} */
	REX_HOOK_FENTRY = 5, /* context: __u64 arguments[6] */
	REX_HOOK_NETFILTER = 6, /* context: struct sk_buff * */
	REX_HOOK_UPROBE = 7, /* context: struct pt_regs * of user space */
	REX_HOOK_URETPROBE = 8, /* context: struct pt_regs * of user space */
	REX_HOOK_TIMER = 9, /* context: {periods} */
	REX_HOOK_KPROBE_OVERRIDE = 10, /* context: struct pt_regs *; returns a value or the below */
	REX_HOOK_TRACEPOINT = 11, /* context: struct rex_trace_context * */
	/* Through a BPF program that calls the runtime. */
	REX_HOOK_XDP = 16, /* context: struct xdp_buff * */
	REX_HOOK_TC = 17, /* context: struct sk_buff * */
	REX_HOOK_LSM = 18, /* context: __u64 arguments[] */
	REX_HOOK_FEXIT = 19, /* context: __u64 {result, arguments[]} */
	REX_HOOK_CGROUP_SKB = 20, /* context: struct sk_buff * */
	REX_HOOKS
};

/* Where a field is in a tracepoint's record. */
enum rex_trace_field_kind {
	REX_TRACE_FIELD_PLAIN = 0, /* the field's bytes */
	REX_TRACE_FIELD_DYNAMIC = 1, /* __u32 at the offset: length << 16 | offset in the record */
	REX_TRACE_FIELD_RELATIVE = 2, /* the same, from the end of this field */
};

struct rex_trace_field {
	__u16 offset; /* bytes from the record's start */
	__u16 size; /* bytes; 4 unless plain */
	__u16 kind; /* enum rex_trace_field_kind */
	__u16 reserved; /* 0 */
};

/* Fields that a program may declare. */
#define REX_TRACE_FIELDS_MAX 64

/* What the parameter of a tracepoint program refers to. */
struct rex_trace_context {
	__u64 record; /* const __u8 * */
	__u64 size; /* bytes of it: every plain field is inside */
	__u64 fields; /* const struct rex_trace_field *, as the program declares them */
};

/* What a kprobe_override program returns to let the function be executed: a number that is no
 * kernel function's result.
 */
#define REX_NO_OVERRIDE (-0x7fffffffffffffffLL - 1)

/*
 * What the loader writes into a linked extension for the runtime: symbol
 * rex_extension, section .data.rex.  Pointers are relocations that the kernel's
 * module loader applies.  Arrays follow each other in the same section.
 */
struct rex_program_image {
	__u64 entry; /* __s64 (*)(void *context) */
	__u64 budget; /* nanoseconds, 0 for the runtime's default */
	__s64 panic_value; /* returned to the hook after a panic */
	__u32 hook; /* enum rex_hook */
	__u32 stack; /* bytes needed at most, 0 unknown */
	char name[REX_NAME_SIZE];
};

struct rex_map_image {
	__u64 map; /* struct rex_map * */
	char name[REX_NAME_SIZE];
};

/* A number that programs and user space share: rex::Atomic. */
struct rex_global_image {
	__u64 address;
	__u32 size; /* bytes: 4 or 8 */
	__u32 reserved; /* 0 */
	char name[REX_NAME_SIZE];
};

struct rex_extension_image {
	__u32 abi_version; /* REX_ABI_VERSION */
	__s32 control_fd; /* of /dev/rex, in the loading process: the owner */
	__u32 program_count;
	__u32 map_count;
	__u64 module; /* struct module *: THIS_MODULE of the extension */
	__u64 programs; /* struct rex_program_image * */
	__u64 maps; /* struct rex_map_image * */
	__u64 globals; /* struct rex_global_image * */
	__u32 global_count;
	__u32 reserved; /* 0 */
	char name[REX_NAME_SIZE];
};

#endif
