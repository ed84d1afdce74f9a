// SPDX-License-Identifier: GPL-2.0-only
// Records whose stride is in the data.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

SEC("xdp") int tlv_walk(struct xdp_md* ctx) {
  unsigned char *at = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  long sum = 0;

  at += 14;
  while (at + 2 <= end) {
    __u8 type = at[0], length = at[1];

    at += 2;
    for (int i = 0; i < length && type == 1; i++)
      if (at + i < end) sum += at[i];
    at += length;
  }
  answer = sum;
  return XDP_PASS;
}
