// SPDX-License-Identifier: GPL-2.0-only
// A structure of 24 bytes, returned by value.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u64 numbers[3];

struct extremes {
  __u64 smallest, largest, first;
};

static __attribute__((noinline)) struct extremes extremes(void) {
  struct extremes result = {numbers[0], numbers[0], numbers[0]};

  for (int i = 1; i < 3; i++) {
    if (numbers[i] < result.smallest) result.smallest = numbers[i];
    if (numbers[i] > result.largest) result.largest = numbers[i];
  }
  return result;
}

SEC("tc") int struct_by_value(struct __sk_buff* skb) {
  struct extremes found = extremes();

  answer = found.largest * 100 + found.smallest * 10 + found.first;
  return 0;
}
