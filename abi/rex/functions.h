/* SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause */
/*
 * The contract: every symbol an extension may leave undefined.
 *
 * This file has no include guard: each reader defines the macros it needs and
 * includes it.  The SDK declares from it, the runtime exports from it, the host
 * implements it, the loader's link allow-list is made from it.  Nothing else
 * crosses between an extension and a runtime, but for numbers that the kernel's BTF
 * gives, such as the offset of a field: absolute symbols rex_kernel:<question> that
 * the loader fixes (loader/src/kernel_symbol.hpp).
 *
 *   REX_ABI_FUNCTION(result, name, parameters)  a function of the runtime
 *   REX_ABI_NORETURN(name, parameters)          one that does not come back
 *   REX_ABI_PERCPU(type, name)                  a per-CPU variable of the runtime
 *   REX_ABI_KERNEL(name)                        a symbol of the kernel that
 *                                               compilers emit calls to
 *
 * Functions are called from extension text with preemption disabled, in any
 * context a hook runs in (interrupts on or off, NMI-like int3 kprobes), and never
 * sleep.  They return an error code and never panic: a panic skips the frames
 * between it and dispatch, and only extension text may be skipped.
 */
#ifndef REX_ABI_FUNCTION
#define REX_ABI_FUNCTION(result, name, parameters)
#endif
#ifndef REX_ABI_NORETURN
#define REX_ABI_NORETURN(name, parameters)
#endif
#ifndef REX_ABI_PERCPU
#define REX_ABI_PERCPU(type, name)
#endif
#ifndef REX_ABI_KERNEL
#define REX_ABI_KERNEL(name)
#endif

/* clang-format off */

/* Termination: the fast path decrements rex_fuel, the slow path is rex_poll.  The site, of
 * kind REX_PANIC_BUDGET, is the loop or function that polls.
 * Stack: functions that call others compare their stack pointer with rex_stack_limit. */
REX_ABI_PERCPU(long, rex_fuel)
REX_ABI_PERCPU(unsigned long, rex_stack_limit)
REX_ABI_FUNCTION(void, rex_poll, (const struct rex_site *site))

/* Panic: ends the invocation.  The values' meaning depends on site->kind. */
REX_ABI_NORETURN(rex_panic, (const struct rex_site *site, __u64 first, __u64 second))

/* Adds a line to the log, whose arguments are as enum rex_log_argument says; REX_LOG_ARGUMENTS_MAX
 * bytes of them at most. */
REX_ABI_FUNCTION(void, rex_log,
		 (const struct rex_log_site *site, const void *arguments, __u64 size))

/* BPF_MAP_TYPE_ARRAY, BPF_MAP_TYPE_PERCPU_ARRAY: the SDK addresses their values by itself.  What
 * is to be added to a per-CPU pointer for this CPU. */
REX_ABI_PERCPU(unsigned long, rex_cpu_offset)

/* Maps with keys.  Lookup: the value's memory, which stays a value of this map until the program
 * returns, or null; of this CPU in a per-CPU map.  Update: flags BPF_ANY, BPF_NOEXIST, BPF_EXIST;
 * 0, -EEXIST, -ENOENT, -E2BIG or -ENOSPC (full), -ENOMEM, -EBUSY (what this program interrupted
 * holds the map's locks); of a per-CPU map it reads whole multiples of 8 bytes of the value.
 * Remove: 0, -ENOENT, -EBUSY.  Next: the key after a key, the first after a null or missing one;
 * 0, -ENOENT (there is none). */
REX_ABI_FUNCTION(void *, rex_hash_lookup, (struct rex_map *map, const void *key))
REX_ABI_FUNCTION(int, rex_hash_update,
		 (struct rex_map *map, const void *key, const void *value, __u64 flags))
REX_ABI_FUNCTION(int, rex_hash_remove, (struct rex_map *map, const void *key))
REX_ABI_FUNCTION(int, rex_hash_next, (struct rex_map *map, const void *key, void *next))
REX_ABI_FUNCTION(void *, rex_percpu_hash_lookup, (struct rex_map *map, const void *key))
REX_ABI_FUNCTION(int, rex_percpu_hash_update,
		 (struct rex_map *map, const void *key, const void *value, __u64 flags))
REX_ABI_FUNCTION(int, rex_percpu_hash_remove, (struct rex_map *map, const void *key))
REX_ABI_FUNCTION(int, rex_percpu_hash_next, (struct rex_map *map, const void *key, void *next))
REX_ABI_FUNCTION(void *, rex_lru_hash_lookup, (struct rex_map *map, const void *key))
REX_ABI_FUNCTION(int, rex_lru_hash_update,
		 (struct rex_map *map, const void *key, const void *value, __u64 flags))
REX_ABI_FUNCTION(int, rex_lru_hash_remove, (struct rex_map *map, const void *key))
REX_ABI_FUNCTION(int, rex_lru_hash_next, (struct rex_map *map, const void *key, void *next))
REX_ABI_FUNCTION(void *, rex_lpm_trie_lookup, (struct rex_map *map, const void *key))
REX_ABI_FUNCTION(int, rex_lpm_trie_update,
		 (struct rex_map *map, const void *key, const void *value, __u64 flags))
REX_ABI_FUNCTION(int, rex_lpm_trie_remove, (struct rex_map *map, const void *key))

/* BPF_MAP_TYPE_QUEUE, BPF_MAP_TYPE_STACK.  0, -ENOENT (empty), -E2BIG (full), -EBUSY (the map's lock
 * is held by what this program interrupted). */
REX_ABI_FUNCTION(int, rex_queue_pop, (struct rex_map * map, void *value))
REX_ABI_FUNCTION(int, rex_queue_peek, (struct rex_map * map, void *value))
REX_ABI_FUNCTION(int, rex_queue_push, (struct rex_map * map, const void *value))
/* The same; where the map is full, it first drops the oldest element.  0, -EBUSY. */
REX_ABI_FUNCTION(int, rex_queue_push_over, (struct rex_map * map, const void *value))

/* BPF_MAP_TYPE_RINGBUF.  0, -EAGAIN (full), -EBUSY (as above). */
REX_ABI_FUNCTION(int, rex_ringbuf_output, (struct rex_map * map, const void *data, __u64 size))
/* Reserving: as above, and -ENOBUFS (the program holds REX_RESOURCES_MAX already).  The other two
 * give the record up; -EINVAL where the slot holds none. */
REX_ABI_FUNCTION(int, rex_ringbuf_reserve,
		 (struct rex_map * map, __u64 size, struct rex_record *record))
REX_ABI_FUNCTION(int, rex_ringbuf_submit, (__u32 slot))
REX_ABI_FUNCTION(int, rex_ringbuf_discard, (__u32 slot))

/* BPF_MAP_TYPE_STACK_TRACE.  The id, -EEXIST (another stack has that id), -EFAULT (no stack to be
 * had here), -EBUSY. */
REX_ABI_FUNCTION(__s64, rex_stack_trace_id, (struct rex_map *map, __u64 flags))

/* BPF_MAP_TYPE_PERF_EVENT_ARRAY.  Output: 0, -ENOENT (nobody reads on this CPU), -ENOSPC (full),
 * -EBUSY.  Read: 0, -E2BIG (index), -ENOENT (no counter there), -EINVAL (of another CPU). */
REX_ABI_FUNCTION(int, rex_perf_event_output, (struct rex_map *map, const void *data, __u64 size))
REX_ABI_FUNCTION(int, rex_perf_event_read,
		 (struct rex_map *map, __u32 index, struct rex_perf_counter *counter))

/* Spin locks: interrupts are off while the program holds one.  Lock: its slot, from 1; -EAGAIN
 * (another CPU holds it: try again), -EBUSY (what this program interrupted holds it), -EDEADLK (the
 * program holds it itself), -ENOLCK (it holds another one, and not both have an order, or its order
 * is not below this one's), -ENOBUFS as above.  Order: 0 for none.  Unlock: 0, -EINVAL. */
REX_ABI_FUNCTION(int, rex_spin_lock, (struct rex_spin_lock *lock, __u32 order))
REX_ABI_FUNCTION(int, rex_spin_unlock, (__u32 slot))

/* Nanoseconds, but for jiffies. */
REX_ABI_FUNCTION(__u64, rex_clock_monotonic, (void))
REX_ABI_FUNCTION(__u64, rex_clock_boot, (void))
REX_ABI_FUNCTION(__u64, rex_clock_real, (void))
REX_ABI_FUNCTION(__u64, rex_clock_tai, (void))
REX_ABI_FUNCTION(__u64, rex_clock_coarse, (void))
REX_ABI_FUNCTION(__u64, rex_clock_jiffies, (void))

/* This CPU's number, and that of its NUMA node. */
REX_ABI_PERCPU(unsigned int, rex_cpu_number)
REX_ABI_PERCPU(unsigned int, rex_numa_node)

REX_ABI_FUNCTION(__u32, rex_random, (void))

/* Memory: 0 or -EFAULT.  Text: bytes with the NUL, or -EFAULT; what is too long is cut. */
REX_ABI_FUNCTION(int, rex_read_kernel, (void *to, __u64 address, __u64 size))
REX_ABI_FUNCTION(int, rex_read_user, (void *to, __u64 address, __u64 size))
REX_ABI_FUNCTION(int, rex_read_kernel_text, (void *to, __u64 size, __u64 address))
REX_ABI_FUNCTION(int, rex_read_user_text, (void *to, __u64 size, __u64 address))

/* Tasks.  Null where no task has that pid in the initial pid namespace.  The task
 * outlives the invocation: its memory is freed after an RCU grace period, which an
 * invocation (preemption disabled throughout) holds off. */
REX_ABI_FUNCTION(struct rex_task *, rex_task_from_pid, (__s32 pid))
REX_ABI_FUNCTION(struct rex_task *, rex_task_current, (void))
/* The process after one, the first after null; null after the last. */
REX_ABI_FUNCTION(struct rex_task *, rex_task_next, (struct rex_task *task))
REX_ABI_FUNCTION(__u64, rex_task_cgroup_id, (struct rex_task *task))
/* struct pt_regs of user mode, as of its last entry into the kernel.  0, -ENOENT (a thread of the
 * kernel, or a task that has ended), -EFAULT. */
REX_ABI_FUNCTION(int, rex_task_registers, (struct rex_task *task, void *to))

/* XDP.  Of the packet that the running program was called for.  0, -EINVAL (not so much room). */
REX_ABI_FUNCTION(int, rex_xdp_adjust_head, (struct rex_xdp * packet, __s32 bytes))
REX_ABI_FUNCTION(int, rex_xdp_adjust_tail, (struct rex_xdp * packet, __s32 bytes))
REX_ABI_FUNCTION(void, rex_xdp_redirect, (struct rex_xdp * packet, __u32 interface))
REX_ABI_FUNCTION(__u32, rex_xdp_interface, (struct rex_xdp * packet))

/* Packets in socket buffers.  0, -EINVAL (outside of the packet), -EBUSY (no memory). */
REX_ABI_FUNCTION(int, rex_skb_load, (struct rex_skb *packet, __u64 offset, void *to, __u64 size))
REX_ABI_FUNCTION(int, rex_skb_store,
		 (struct rex_skb *packet, __u64 offset, const void *from, __u64 size))
REX_ABI_FUNCTION(int, rex_skb_replace_checksum,
		 (struct rex_skb *packet, __u64 offset, __u32 before, __u32 after,
		  __u32 pseudo_header))
/* Of TC programs only. */
REX_ABI_FUNCTION(int, rex_skb_adjust_tail, (struct rex_skb *packet, __s32 bytes))
REX_ABI_FUNCTION(int, rex_skb_push_vlan, (struct rex_skb *packet, __u32 protocol, __u32 control))
REX_ABI_FUNCTION(int, rex_skb_pop_vlan, (struct rex_skb *packet))
REX_ABI_FUNCTION(void, rex_skb_set_mark, (struct rex_skb *packet, __u32 mark))
REX_ABI_FUNCTION(__u32, rex_skb_interface, (struct rex_skb *packet))
REX_ABI_FUNCTION(void, rex_skb_redirect, (struct rex_skb *packet, __u32 interface))

/* netfilter: the index of the interface that the packet came from, or goes to; 0 for none. */
REX_ABI_FUNCTION(__u32, rex_netfilter_interface, (__u32 outgoing))

/* What a compiler emits on its own.  The thunk is where "ret" jumps on a kernel
 * with return thunks. */
REX_ABI_KERNEL(__x86_return_thunk)
REX_ABI_KERNEL(memcpy)
REX_ABI_KERNEL(memmove)
REX_ABI_KERNEL(memset)
REX_ABI_KERNEL(memcmp)
REX_ABI_KERNEL(bcmp)

/* clang-format on */

#undef REX_ABI_FUNCTION
#undef REX_ABI_NORETURN
#undef REX_ABI_PERCPU
#undef REX_ABI_KERNEL
