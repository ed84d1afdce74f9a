// SPDX-License-Identifier: GPL-2.0-only
// Find a variable in an environment: texts one after the other, an empty one last.
// As in https://github.com/iovisor/bcc/issues/3725
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

char text[4096];

SEC("tc") int environment(struct __sk_buff* skb) {
  const char wanted[] = "HISTSIZE=";
  long value = 0;
  int at = 0;

  while (text[at] != 0) {
    int i = 0;

    while (i < 9 && text[at + i] == wanted[i]) i++;
    if (i == 9) break;
    while (text[at] != 0) at++;
    at++;
  }
  for (at += 9; text[at] != 0; at++) value = value * 10 + (text[at] - '0');
  answer = value;
  return 0;
}
