// SPDX-License-Identifier: GPL-2.0-only
// Go on in a packet by a length that it contains.
// As in https://github.com/cilium/cilium/issues/1620
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

struct header {
  __u8 type, size;
};

SEC("xdp") int header_chain(struct xdp_md* ctx) {
  void *at = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  struct header* header = at + 14;
  long types = 0;

  while ((void*)(header + 1) <= end) {
    types += header->type;
    if (header->size == 0) break;
    header = (void*)header + header->size + (header->type == 6 ? 2 : 0);
  }
  answer = types;
  return XDP_PASS;
}
