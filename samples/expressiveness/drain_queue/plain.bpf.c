// SPDX-License-Identifier: GPL-2.0-only
// Drain a queue.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

struct {
  __uint(type, BPF_MAP_TYPE_QUEUE);
  __type(value, __u32);
  __uint(max_entries, 1024);
} numbers SEC(".maps");

SEC("tc") int drain_queue(struct __sk_buff* skb) {
  __u32 number;
  long sum = 0;

  while (bpf_map_pop_elem(&numbers, &number) == 0) sum += number;
  answer = sum;
  return 0;
}
