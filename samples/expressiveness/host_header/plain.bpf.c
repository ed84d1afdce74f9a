// SPDX-License-Identifier: GPL-2.0-only
// Find a Host header, and copy the name after it.
// As in https://github.com/parttimenerd/ebpf-verifier-errors/issues/5
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

struct server_name {
  char text[256];
  __u16 length;
};

struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} names SEC(".maps");

SEC("xdp") int host_header(struct xdp_md* ctx) {
  char *at = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  struct server_name name = {};

  for (at += 14; at + 6 <= end; at++)
    if (at[0] == 'H' && at[1] == 'o' && at[2] == 's' && at[3] == 't' && at[4] == ':' &&
        at[5] == ' ')
      break;
  for (at += 6; at < end && *at != '\r' && name.length < 256; at++) name.text[name.length++] = *at;
  bpf_ringbuf_output(&names, &name, sizeof(name), 0);
  answer = name.length;
  return XDP_PASS;
}
