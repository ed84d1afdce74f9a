// SPDX-License-Identifier: GPL-2.0-only
// Index by a random number, modulo a count known at run time.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 count[1], values[16];

SEC("tc") int random_index(struct __sk_buff* skb) {
  answer = values[bpf_get_prandom_u32() % count[0]];
  return 0;
}
