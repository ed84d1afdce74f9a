// SPDX-License-Identifier: GPL-2.0-only
// An array of up to eight reserved records.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 count[1];

struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} records SEC(".maps");

SEC("tc") int many_records(struct __sk_buff* skb) {
  __u64* held[8] = {};
  __u32 n = count[0];

  for (__u32 i = 0; i < n && i < 8; i++) held[i] = bpf_ringbuf_reserve(&records, sizeof(__u64), 0);
  for (__u32 i = 0; i < n && i < 8; i++)
    if (held[i]) {
      *held[i] = i;
      bpf_ringbuf_submit(held[i], 0);
    }
  answer = n;
  return 0;
}
