// SPDX-License-Identifier: GPL-2.0-only
// A ring buffer record whose size is known at run time.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 size[1];

struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} records SEC(".maps");

SEC("tc") int sized_record(struct __sk_buff* skb) {
  __u32 n = size[0];
  unsigned char* record = bpf_ringbuf_reserve(&records, n, 0);

  answer = -1;
  if (!record) return 0;
  for (__u32 i = 0; i < n; i++) record[i] = 7;
  bpf_ringbuf_submit(record, 0);
  answer = n;
  return 0;
}
