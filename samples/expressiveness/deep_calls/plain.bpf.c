// SPDX-License-Identifier: GPL-2.0-only
// Calls 12 deep.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u64 seed[1];

#define LEVEL(depth, below)                                      \
  static __attribute__((noinline)) __u64 level##depth(__u64 x) { \
    return below(x * depth + 1) ^ depth;                         \
  }
static __attribute__((noinline)) __u64 level0(__u64 x) { return x; }
LEVEL(1, level0)
LEVEL(2, level1)
LEVEL(3, level2)
LEVEL(4, level3)
LEVEL(5, level4)
LEVEL(6, level5)
LEVEL(7, level6)
LEVEL(8, level7)
LEVEL(9, level8)
LEVEL(10, level9)
LEVEL(11, level10)
LEVEL(12, level11)

SEC("tc") int deep_calls(struct __sk_buff* skb) {
  answer = level12(seed[0]) & 0x7fffffff;
  return 0;
}
