// SPDX-License-Identifier: GPL-2.0-only
// Integer product of 64 x 64 matrices; sum of its diagonal.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 a[64 * 64], b[64 * 64], product[64 * 64];

SEC("tc") int matrix(struct __sk_buff* skb) {
  __u32 trace = 0;

  for (int row = 0; row < 64; row++)
    for (int column = 0; column < 64; column++) {
      __u32 sum = 0;

      for (int k = 0; k < 64; k++) sum += a[row * 64 + k] * b[k * 64 + column];
      product[row * 64 + column] = sum;
    }
  for (int i = 0; i < 64; i++) trace += product[i * 64 + i];
  answer = trace;
  return 0;
}
