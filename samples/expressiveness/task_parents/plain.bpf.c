// SPDX-License-Identifier: GPL-2.0-only
// Walk from a task to its oldest ancestor.
// As in https://github.com/iovisor/bcc/issues/3638
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

struct task_struct {
  int pid;
  struct task_struct* real_parent;
} __attribute__((preserve_access_index));

SEC("raw_tp/sys_enter") int task_parents(void* ctx) {
  struct task_struct* task = (void*)bpf_get_current_task();
  int pid;

  while (bpf_probe_read_kernel(&pid, sizeof(pid), &task->pid) == 0 && pid > 1)
    if (bpf_probe_read_kernel(&task, sizeof(task), &task->real_parent)) return 0;
  answer = pid;
  return 0;
}
