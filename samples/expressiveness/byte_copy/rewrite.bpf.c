// SPDX-License-Identifier: GPL-2.0-only
// Copy byte by byte, by a length.
// For the verifier: the bound beside the length, and an asm so that the compiler makes no memcpy of
// the loop.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 length[1];
unsigned char from[64], to[64];

SEC("tc") int byte_copy(struct __sk_buff* skb) {
  long sum = 0;

  for (__u32 i = 0; i < 64; i++) {
    if (i >= length[0]) break;
    to[i] = from[i];
    asm volatile("" : : : "memory");
  }
  for (int i = 0; i < 64; i++) sum += to[i];
  answer = sum;
  return 0;
}
