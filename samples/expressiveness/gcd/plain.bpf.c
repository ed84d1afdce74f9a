// SPDX-License-Identifier: GPL-2.0-only
// Euclid's greatest common divisor.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 pair[2];

SEC("tc") int gcd(struct __sk_buff* skb) {
  __u32 a = pair[0], b = pair[1];

  while (b != 0) {
    __u32 rest = a % b;

    a = b;
    b = rest;
  }
  answer = a;
  return 0;
}
