// SPDX-License-Identifier: GPL-2.0-only
// Bubble sort of 256 numbers, then their median.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 values[256];

SEC("tc") int bubble_sort(struct __sk_buff* skb) {
  for (int end = 256; end > 1; end--)
    for (int i = 1; i < end; i++)
      if (values[i] < values[i - 1]) {
        __u32 kept = values[i];

        values[i] = values[i - 1];
        values[i - 1] = kept;
      }
  answer = values[128];
  return 0;
}
