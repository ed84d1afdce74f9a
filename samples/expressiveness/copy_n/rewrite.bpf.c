// SPDX-License-Identifier: GPL-2.0-only
// Copy n bytes at once, n known at run time, at most 2,048.
// For the verifier: bpf_probe_read_kernel in place of memcpy.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 length[1];
unsigned char from[2048], to[2048];

SEC("tc") int copy_n(struct __sk_buff* skb) {
  __u32 n = length[0];
  long sum = 0;

  if (n > sizeof(to)) {
    answer = -1;
    return 0;
  }
  bpf_probe_read_kernel(to, n, from);
  for (int i = 0; i < 2048; i++) sum += to[i];
  answer = sum;
  return 0;
}
