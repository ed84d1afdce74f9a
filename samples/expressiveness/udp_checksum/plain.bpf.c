// SPDX-License-Identifier: GPL-2.0-only
// The Internet checksum over a payload of any length.
// As in https://github.com/xdp-project/xdp-tutorial/issues/153,
// https://github.com/iovisor/bcc/issues/2463
#include <linux/bpf.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

SEC("xdp") int udp_checksum(struct xdp_md* ctx) {
  void *at = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  __u64 sum = 0;

  for (at += 42; at + 2 <= end; at += 2) sum += bpf_ntohs(*(__u16*)at);
  if (at < end) sum += *(__u8*)at << 8;
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  answer = (__u16)~sum;
  return XDP_PASS;
}
