// SPDX-License-Identifier: GPL-2.0-only
// Bitwise CRC32 of 1,500 bytes.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

SEC("xdp") int crc32(struct xdp_md* ctx) {
  unsigned char *byte = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  __u32 crc = ~0u;

  for (; byte < end; byte++) {
    crc ^= *byte;
    for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  answer = ~crc;
  return XDP_PASS;
}
