// SPDX-License-Identifier: GPL-2.0-only
// A loop that counts in a map.
// As in https://github.com/bpftrace/bpftrace/issues/4767
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __type(key, __u32);
  __type(value, __u64);
  __uint(max_entries, 8);
} counters SEC(".maps");

SEC("tc") int map_counter(struct __sk_buff* skb) {
  __u32 key = 0;
  __u64 zero = 0, *counter;

  bpf_map_update_elem(&counters, &key, &zero, BPF_ANY);
  counter = bpf_map_lookup_elem(&counters, &key);
  if (!counter) return 0;
  while (*counter < 1024) ++*counter;
  answer = *counter;
  return 0;
}
