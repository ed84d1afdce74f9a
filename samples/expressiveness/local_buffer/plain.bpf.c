// SPDX-License-Identifier: GPL-2.0-only
// A local buffer of 1 KiB.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

char text[1024];

SEC("tc") int local_buffer(struct __sk_buff* skb) {
  char reversed[1024] = {};
  long hash = 0;
  int length = 0;

  while (length < 1024 && text[length] != 0) length++;
  for (int i = 0; i < length; i++) reversed[length - 1 - i] = text[i];
  for (int i = 0; i < length; i++) hash = hash * 31 + reversed[i];
  answer = hash;
  return 0;
}
