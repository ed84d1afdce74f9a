// SPDX-License-Identifier: GPL-2.0-only
// Sendmmsg: messages of several vectors, all lengths read at run time.
// As in https://github.com/falcosecurity/libs/issues/2248
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 counts[3], lengths[6]; /* vectors of each message; of the vectors of all messages */

SEC("tc") int message_vectors(struct __sk_buff* skb) {
  __u64 bytes[3] = {};
  __u32 vector = 0;
  long sum = 0;

  for (int message = 0; message < 3; message++)
    for (__u32 i = 0; i < counts[message]; i++) bytes[message] += lengths[vector++];
  for (int i = 0; i < 3; i++) sum += bytes[i] * (i + 1);
  answer = sum;
  return 0;
}
