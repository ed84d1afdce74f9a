// SPDX-License-Identifier: GPL-2.0-only
// Scan an array of a million entries.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 values[1000000];

SEC("tc") int scan_million(struct __sk_buff* skb) {
  long found = 0;

  for (int i = 0; i < 1000000; i++)
    if (values[i] % 1000 == 0) found++;
  answer = found;
  return 0;
}
