// SPDX-License-Identifier: GPL-2.0-only
// A block of 4,000 bytes, read into a local buffer.
// As in https://github.com/iovisor/bcc/issues/1650
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

unsigned char block[4000];

SEC("tc") int block_read(struct __sk_buff* skb) {
  unsigned char copy[4000];
  __u32 low = 0, high = 0;

  bpf_probe_read_kernel(copy, sizeof(copy), block);
  for (int i = 0; i < 4000; i++) {
    low = (low + copy[i]) % 255;
    high = (high + low) % 255;
  }
  answer = high << 8 | low;
  return 0;
}
