// SPDX-License-Identifier: GPL-2.0-only
// A[s] where s < e and e <= 64.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 range[2], values[64];

SEC("tc") int index_by_relation(struct __sk_buff* skb) {
  __u32 start = range[0], end = range[1];

  answer = -1;
  if (start < end && end <= 64) answer = values[start];
  return 0;
}
