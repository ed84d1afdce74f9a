// SPDX-License-Identifier: GPL-2.0-only
// Functions with buffers of 200 bytes, each calling the next.
// As in https://github.com/eunomia-bpf/ActPlane/issues/20
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u64 values[25];

static __attribute__((noinline)) __u64 fold0(__u64* above) {
  __u64 sum = 0;

  for (int i = 0; i < 25; i++) sum += above[i];
  return sum;
}

#define FOLD(level, next)                                             \
  static __attribute__((noinline)) __u64 fold##level(__u64* above) {  \
    __u64 mine[25];                                                   \
                                                                      \
    for (int i = 0; i < 25; i++) mine[i] = above[24 - i] + i * level; \
    return next(mine) + mine[0];                                      \
  }
FOLD(1, fold0)
FOLD(2, fold1)
FOLD(3, fold2)
FOLD(4, fold3)

SEC("tc") int combined_stack(struct __sk_buff* skb) {
  __u64 first[25];

  for (int i = 0; i < 25; i++) first[i] = values[i];
  answer = fold4(first);
  return 0;
}
