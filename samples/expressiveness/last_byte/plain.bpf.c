// SPDX-License-Identifier: GPL-2.0-only
// The last byte of a packet, by its length.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

SEC("xdp") int last_byte(struct xdp_md* ctx) {
  unsigned char *data = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  long length = end - data;

  if (data + length <= end && length > 0) answer = data[length - 1];
  return XDP_PASS;
}
