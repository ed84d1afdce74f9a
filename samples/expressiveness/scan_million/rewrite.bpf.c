// SPDX-License-Identifier: GPL-2.0-only
// Scan an array of a million entries.
// For the verifier: bpf_loop.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 values[1000000];

static long step(__u32 i, long* found) {
  if (i < 1000000 && values[i] % 1000 == 0) ++*found;
  return 0;
}

SEC("tc") int scan_million(struct __sk_buff* skb) {
  long found = 0;

  bpf_loop(1000000, step, &found, 0);
  answer = found;
  return 0;
}
