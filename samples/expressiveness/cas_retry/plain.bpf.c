// SPDX-License-Identifier: GPL-2.0-only
// Take a lock word by compare-and-swap, retrying.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 words[2]; /* a lock, a counter */

SEC("tc") int cas_retry(struct __sk_buff* skb) {
  while (__sync_val_compare_and_swap(&words[0], 0, 1) != 0);
  answer = ++words[1];
  words[0] = 0;
  return 0;
}
