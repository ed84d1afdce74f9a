// SPDX-License-Identifier: GPL-2.0-only
// A call with six arguments.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 numbers[6];

static __attribute__((noinline)) __u32 join(__u32 a, __u32 b, __u32 c, __u32 d, __u32 e, __u32 f) {
  return ((((a * 10 + b) * 10 + c) * 10 + d) * 10 + e) * 10 + f;
}

SEC("tc") int six_arguments(struct __sk_buff* skb) {
  answer = join(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  return 0;
}
