// SPDX-License-Identifier: GPL-2.0-only
// A stack of function addresses whose depth lives in a map.
// As in https://github.com/iovisor/bcc/pull/3669
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u64 events[7]; /* an address entered, or 0: returned */

struct func_stack {
  __u64 addresses[16];
  __u8 depth;
};

struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __type(key, __u32);
  __type(value, struct func_stack);
  __uint(max_entries, 1);
} stacks SEC(".maps");

SEC("tc") int call_stack(struct __sk_buff* skb) {
  __u32 key = 0;
  struct func_stack* stack = bpf_map_lookup_elem(&stacks, &key);

  if (!stack) return 0;
  for (int i = 0; i < 7; i++) {
    if (events[i] != 0) {
      if (stack->depth >= 16) return 0;
      stack->addresses[stack->depth++] = events[i];
    } else if (stack->depth > 0) {
      stack->depth--;
    }
  }
  answer = stack->addresses[stack->depth - 1];
  return 0;
}
