// SPDX-License-Identifier: GPL-2.0-only
// A list of 128 K nodes, linked by index.
// For the verifier: bpf_loop with the largest length there can be, and an asm so that the compiler
// keeps the check.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 next[131073];

struct walk {
  __u32 node;
  long length;
};

static long step(__u32 i, struct walk* walk) {
  __u64 node = walk->node;

  asm volatile("" : "+r"(node));
  if (node == 0 || node >= 131073) return 1;
  walk->node = next[node];
  walk->length++;
  return 0;
}

SEC("tc") int index_list(struct __sk_buff* skb) {
  struct walk walk = {next[0], 0};

  bpf_loop(131073, step, &walk, 0);
  answer = walk.length;
  return 0;
}
