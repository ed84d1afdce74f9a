// SPDX-License-Identifier: GPL-2.0-only
// Compare with the top of a stack, under a check of its depth.
// As in https://github.com/iovisor/bcc/pull/5008
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

struct pid_state {
  __u64 met, stack[3]; /* conditions met, then who met them */
};
__u64 state[4];

SEC("tc") int depth_guard(struct __sk_buff* skb) {
  struct pid_state* p = (void*)state;

  answer = -1;
  if (p->met < 1 || p->met > 3) return 0;
  answer = p->stack[p->met - 1];
  return 0;
}
