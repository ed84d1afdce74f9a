// SPDX-License-Identifier: GPL-2.0-only
// A task by its pid, 64 times.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char terms[] SEC("license") = "GPL";

struct task_struct {
  __u64 utime;
} __attribute__((preserve_access_index));

struct task_struct* bpf_task_from_pid(int pid) __ksym;
void bpf_task_release(struct task_struct* task) __ksym;

__u64 total;

SEC("fentry/write_null") int tasks_base(void* context __attribute__((unused))) {
  __sync_fetch_and_add(&total, 1);
  return 0;
}
SEC("fentry/write_null") int task_from_pid(void* context __attribute__((unused))) {
  __u64 sum = 0;
  for (__u32 i = 0; i < 64; ++i) {
    struct task_struct* task = bpf_task_from_pid(1);
    if (task) {
      sum += task->utime;
      bpf_task_release(task);
    }
  }
  __sync_fetch_and_add(&total, sum);
  return 0;
}
