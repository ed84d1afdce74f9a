// SPDX-License-Identifier: GPL-2.0-only
// The common helpers, 64 times each.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char terms[] SEC("license") = "GPL";

struct mm_struct;

struct task_struct {
  int pid;
  __u64 utime;
  struct mm_struct* mm;
} __attribute__((preserve_access_index));

struct {
  __uint(type, BPF_MAP_TYPE_STACK_TRACE);
  __uint(max_entries, 1024);
  __uint(key_size, sizeof(__u32));
  __uint(value_size, 16 * sizeof(__u64));
} stacks SEC(".maps");

__u64 total;

#define REPEAT(name, ...)                                                       \
  SEC("fentry/write_null") int name(void* context) {                            \
    __u64 sum = 0;                                                              \
    struct task_struct* task = (struct task_struct*)bpf_get_current_task_btf(); \
    (void)context, (void)task;                                                  \
    for (__u32 i = 0; i < 64; ++i) {                                            \
      __VA_ARGS__;                                                              \
    }                                                                           \
    __sync_fetch_and_add(&total, sum);                                          \
    return 0;                                                                   \
  }

SEC("fentry/write_null") int helper_base(void* context __attribute__((unused))) {
  __sync_fetch_and_add(&total, 1);
  return 0;
}

REPEAT(ktime, sum += bpf_ktime_get_ns())
REPEAT(jiffies, sum += bpf_jiffies64())
REPEAT(cpu_id, sum += bpf_get_smp_processor_id())
REPEAT(random, sum += bpf_get_prandom_u32())
REPEAT(current_pid, sum += (__u32)bpf_get_current_pid_tgid())
REPEAT(current_comm, {
  char name[16];
  bpf_get_current_comm(name, sizeof name);
  sum += name[0];
})
REPEAT(task_utime, sum += ((struct task_struct*)bpf_get_current_task_btf())->utime)
REPEAT(read_kernel, {
  __u64 value = 0;
  bpf_probe_read_kernel(&value, sizeof value, task->mm);
  sum += value;
})
REPEAT(kernel_stack, sum += bpf_get_stackid(context, &stacks, 0))
