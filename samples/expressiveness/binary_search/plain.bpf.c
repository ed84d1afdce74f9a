// SPDX-License-Identifier: GPL-2.0-only
// Binary search over a million sorted entries.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 values[1000000];

SEC("tc") int binary_search(struct __sk_buff* skb) {
  __u32 low = 0, high = 1000000;

  while (low < high) {
    __u32 middle = low + (high - low) / 2;

    if (values[middle] < 654321)
      low = middle + 1;
    else
      high = middle;
  }
  answer = low;
  return 0;
}
