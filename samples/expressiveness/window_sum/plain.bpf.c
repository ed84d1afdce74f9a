// SPDX-License-Identifier: GPL-2.0-only
// Sum of a[o..o+l) where o <= 64 and l <= 64 - o.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 window[2], values[64];

SEC("tc") int window_sum(struct __sk_buff* skb) {
  __u32 offset = window[0], length = window[1];
  long sum = 0;

  answer = -1;
  if (offset > 64 || length > 64 - offset) return 0;
  for (__u32 i = 0; i < length; i++) sum += values[offset + i];
  answer = sum;
  return 0;
}
