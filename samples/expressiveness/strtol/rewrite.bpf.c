// SPDX-License-Identifier: GPL-2.0-only
// A number in text, up to its terminator.
// For the verifier: bounded loop, index checked in each round.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

char text[64];

SEC("tc") int parse_number(struct __sk_buff* skb) {
  int negative = text[0] == '-';
  long value = 0;

  for (int at = negative; at < 64; at++) {
    char digit = text[at];

    if (digit == ';') break;
    value = value * 10 + (digit - '0');
  }
  answer = negative ? -value : value;
  return 0;
}
