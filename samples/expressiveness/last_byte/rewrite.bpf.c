// SPDX-License-Identifier: GPL-2.0-only
// The last byte of a packet, by its length.
// For the verifier: bpf_xdp_load_bytes and bpf_xdp_get_buff_len.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

SEC("xdp") int last_byte(struct xdp_md* ctx) {
  unsigned char last;

  if (bpf_xdp_load_bytes(ctx, bpf_xdp_get_buff_len(ctx) - 1, &last, 1) == 0) answer = last;
  return XDP_PASS;
}
