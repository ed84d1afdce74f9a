// SPDX-License-Identifier: GPL-2.0-only
// Euclid's greatest common divisor.
// For the verifier: 48 rounds, which the largest 32-bit numbers need.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 pair[2];

SEC("tc") int gcd(struct __sk_buff* skb) {
  __u32 a = pair[0], b = pair[1];

  for (int round = 0; round < 48 && b != 0; round++) {
    __u32 rest = a % b;

    a = b;
    b = rest;
  }
  answer = a;
  return 0;
}
