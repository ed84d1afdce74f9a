// SPDX-License-Identifier: GPL-2.0-only
// A ring buffer record whose size is known at run time.
// For the verifier: a dynptr, written in one piece from a global.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 size[1];
unsigned char content[1024];

struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} records SEC(".maps");

SEC("tc") int sized_record(struct __sk_buff* skb) {
  __u32 n = size[0];
  struct bpf_dynptr record;

  answer = -1;
  if (bpf_ringbuf_reserve_dynptr(&records, n, 0, &record) || n > sizeof(content)) {
    bpf_ringbuf_discard_dynptr(&record, 0);
    return 0;
  }
  for (__u32 i = 0; i < 1024; i++) content[i] = 7;
  bpf_dynptr_write(&record, 0, content, n, 0);
  bpf_ringbuf_submit_dynptr(&record, 0);
  answer = n;
  return 0;
}
