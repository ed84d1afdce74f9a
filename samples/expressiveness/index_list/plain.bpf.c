// SPDX-License-Identifier: GPL-2.0-only
// A list of 128 K nodes, linked by index.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 next[131073];

SEC("tc") int index_list(struct __sk_buff* skb) {
  long length = 0;

  for (__u32 node = next[0]; node != 0 && node < 131073; node = next[node]) length++;
  answer = length;
  return 0;
}
