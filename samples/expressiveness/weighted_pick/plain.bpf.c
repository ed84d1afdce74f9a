// SPDX-License-Identifier: GPL-2.0-only
// Subtract weights until one is larger than what is left.
// As in https://github.com/sched-ext/scx/pull/571
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 weights[500], left[1];

SEC("tc") int weighted_pick(struct __sk_buff* skb) {
  __u32 rest = left[0], i = 0;

  while (weights[i] <= rest) rest -= weights[i++];
  answer = i;
  return 0;
}
