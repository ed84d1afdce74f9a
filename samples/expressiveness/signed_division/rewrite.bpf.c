// SPDX-License-Identifier: GPL-2.0-only
// Signed division.
// For the verifier: unsigned division, and the sign by hand.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

long numbers[2];

SEC("tc") int signed_division(struct __sk_buff* skb) {
  long a = numbers[0], b = numbers[1];
  __u64 quotient = (__u64)(a < 0 ? -a : a) / (__u64)(b < 0 ? -b : b);

  answer = (a < 0) != (b < 0) ? -(long)quotient : (long)quotient;
  return 0;
}
