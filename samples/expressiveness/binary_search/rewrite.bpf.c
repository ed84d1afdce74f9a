// SPDX-License-Identifier: GPL-2.0-only
// Binary search over a million sorted entries.
// For the verifier: bpf_loop, index checked.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 values[1000000];

struct range {
  __u32 low, high;
};

static long step(__u32 i, struct range* range) {
  __u32 middle = range->low + (range->high - range->low) / 2;

  if (range->low >= range->high || middle >= 1000000) return 1;
  if (values[middle] < 654321)
    range->low = middle + 1;
  else
    range->high = middle;
  return 0;
}

SEC("tc") int binary_search(struct __sk_buff* skb) {
  struct range range = {0, 1000000};

  bpf_loop(20, step, &range, 0);
  answer = range.low;
  return 0;
}
