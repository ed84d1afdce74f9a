// SPDX-License-Identifier: GPL-2.0-only
// Find "set " in a payload, hash the key after it.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

SEC("xdp") int find_set(struct xdp_md* ctx) {
  unsigned char *at = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  __u32 hash = 2166136261;

  while (at + 4 <= end && !(at[0] == 's' && at[1] == 'e' && at[2] == 't' && at[3] == ' ')) at++;
  for (at += 4; at < end && *at != ' '; at++) hash = (hash ^ *at) * 16777619;
  answer = hash & 0x7fffffff;
  return XDP_PASS;
}
