// SPDX-License-Identifier: GPL-2.0-only
// Signed division.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

long numbers[2];

SEC("tc") int signed_division(struct __sk_buff* skb) {
  answer = numbers[0] / numbers[1];
  return 0;
}
