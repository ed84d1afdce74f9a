// SPDX-License-Identifier: GPL-2.0-only
// FNV hash over a whole payload.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

SEC("xdp") int fnv_payload(struct xdp_md* ctx) {
  unsigned char *byte = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  __u32 hash = 2166136261;

  for (; byte < end; byte++) hash = (hash ^ *byte) * 16777619;
  answer = hash & 0x7fffffff;
  return XDP_PASS;
}
