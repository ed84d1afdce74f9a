// SPDX-License-Identifier: GPL-2.0-only
// Index by a random number, modulo a count known at run time.
// For the verifier: index checked, which it never fails, and an asm so that the compiler keeps the
// check.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 count[1], values[16];

SEC("tc") int random_index(struct __sk_buff* skb) {
  __u64 index = bpf_get_prandom_u32() % count[0];

  asm volatile("" : "+r"(index));
  if (index < 16) answer = values[index];
  return 0;
}
