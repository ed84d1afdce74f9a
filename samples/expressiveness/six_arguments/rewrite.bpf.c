// SPDX-License-Identifier: GPL-2.0-only
// A call with six arguments.
// For the verifier: a structure for the arguments.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 numbers[6];

struct arguments {
  __u32 a, b, c, d, e, f;
};

static __attribute__((noinline)) __u32 join(struct arguments* x) {
  if (!x) return 0;
  return ((((x->a * 10 + x->b) * 10 + x->c) * 10 + x->d) * 10 + x->e) * 10 + x->f;
}

SEC("tc") int six_arguments(struct __sk_buff* skb) {
  struct arguments x = {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};

  answer = join(&x);
  return 0;
}
