// SPDX-License-Identifier: GPL-2.0-only
// A number in text, up to its terminator.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

char text[64];

SEC("tc") int parse_number(struct __sk_buff* skb) {
  int at = 0, negative = text[0] == '-';
  long value = 0;

  if (negative) at++;
  while (text[at] != ';') value = value * 10 + (text[at++] - '0');
  answer = negative ? -value : value;
  return 0;
}
