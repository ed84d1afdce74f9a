// SPDX-License-Identifier: GPL-2.0-only
// Copy what follows the headers, whatever its length.
// As in https://github.com/iovisor/bcc/issues/3269
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

unsigned char buffer[1024];

SEC("xdp") int packet_copy(struct xdp_md* ctx) {
  __u32 length = ctx->data_end - ctx->data - 54;
  long sum = 0;

  if (length > sizeof(buffer) || bpf_xdp_load_bytes(ctx, 54, buffer, length) < 0) return XDP_PASS;
  for (int i = 0; i < length; i++) sum += buffer[i];
  answer = sum;
  return XDP_PASS;
}
