// SPDX-License-Identifier: GPL-2.0-only
// The CPU mask of a domain whose number comes from a map.
// As in https://github.com/sched-ext/scx/issues/810
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 cpu_to_domain[4];
__u64 masks[4][8]; /* eight words for each domain */

SEC("tc") int domain_masks(struct __sk_buff* skb) {
  __u32 domain = cpu_to_domain[3];
  long sum = 0;

  for (int word = 0; word < 8; word++) sum += masks[domain][word] & 21;
  answer = sum;
  return 0;
}
