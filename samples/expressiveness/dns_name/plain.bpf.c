// SPDX-License-Identifier: GPL-2.0-only
// Copy a DNS name of any number of labels.
// As in https://github.com/vincentmli/bpfire/issues/47
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

SEC("xdp") int dns_name(struct xdp_md* ctx) {
  unsigned char *at = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  unsigned char name[256] = {};
  int length = 0;
  long hash = 0;

  for (at += 54; at < end && *at != 0;) {
    int label = *at++;

    if (length != 0) name[length++] = '.';
    for (int i = 0; i < label && at < end && length < 255; i++) name[length++] = *at++;
  }
  for (int i = 0; i < length; i++) hash = (__u64)(hash * 31 + name[i]) % 1000003;
  answer = hash;
  return XDP_PASS;
}
