// SPDX-License-Identifier: GPL-2.0-only
// Copy what follows the headers, whatever its length.
// For the verifier: the length masked so that 0 is excluded, the loop bounded by the array.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

unsigned char buffer[1024];

SEC("xdp") int packet_copy(struct xdp_md* ctx) {
  __u32 length = bpf_xdp_get_buff_len(ctx) - 54;
  long sum = 0;

  if (length == 0 || length > sizeof(buffer)) return XDP_PASS;
  if (bpf_xdp_load_bytes(ctx, 54, buffer, ((length - 1) & 1023) + 1) < 0) return XDP_PASS;
  for (int i = 0; i < 1024; i++) {
    if (i >= length) break;
    sum += buffer[i];
  }
  answer = sum;
  return XDP_PASS;
}
