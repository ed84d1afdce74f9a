// SPDX-License-Identifier: GPL-2.0-only
// Walk a circular list to its head.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 next[64];

SEC("tc") int circular_list(struct __sk_buff* skb) {
  __u32 node = 0;

  answer = 0;
  do {
    if (node >= 64) return 0;
    node = next[node];
    answer++;
  } while (node != 0);
  return 0;
}
