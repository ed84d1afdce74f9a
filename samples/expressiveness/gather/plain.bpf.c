// SPDX-License-Identifier: GPL-2.0-only
// Gather several pieces into one buffer, as sendmsg does with its iovecs.
// As in https://github.com/iovisor/bcc/issues/2391
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 lengths[4];
unsigned char data[4096], buffer[1024]; /* piece i at 1,024 * i */

SEC("tc") int gather(struct __sk_buff* skb) {
  __u32 copied = 0;
  long sum = 0;

  for (int piece = 0; piece < 4 && copied < sizeof(buffer); piece++) {
    __u32 remaining = sizeof(buffer) - copied;
    __u32 length = lengths[piece] < remaining ? lengths[piece] : remaining;

    bpf_probe_read_kernel(buffer + copied, length, data + 1024 * piece);
    copied += length;
  }
  for (int i = 0; i < 1024; i++) sum += buffer[i];
  answer = sum;
  return 0;
}
