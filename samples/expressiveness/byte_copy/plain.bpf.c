// SPDX-License-Identifier: GPL-2.0-only
// Copy byte by byte, by a length.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 length[1];
unsigned char from[64];

SEC("tc") int byte_copy(struct __sk_buff* skb) {
  unsigned char to[64] = {};
  long sum = 0;

  for (__u32 i = 0; i < length[0]; i++) to[i] = from[i];
  for (int i = 0; i < 64; i++) sum += to[i];
  answer = sum;
  return 0;
}
