// SPDX-License-Identifier: GPL-2.0-only
// Arguments of different lengths, each with its length, in one event.
// As in https://github.com/chriskaliX/Hades/issues/83
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 lengths[4];
unsigned char data[2048], event[2048]; /* argument i at 512 * i */

SEC("tc") int event_buffer(struct __sk_buff* skb) {
  __u32 size = 0;
  long sum = 0;

  for (int argument = 0; argument < 4; argument++) {
    __u32 length = lengths[argument];

    if (length > 512 || size + 2 + length > sizeof(event)) return 0;
    event[size++] = length;
    event[size++] = length >> 8;
    bpf_probe_read_kernel(event + size, length, data + argument * 512);
    size += length;
  }
  for (int i = 0; i < size; i++) sum += event[i];
  answer = sum;
  return 0;
}
