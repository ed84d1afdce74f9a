// SPDX-License-Identifier: GPL-2.0-only
// Messages of several pieces, dropped where they are larger than the buffer.
// As in https://github.com/qpoint-io/qtap/pull/258
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 pieces[4];
unsigned char data[2048], message[2048];

SEC("tc") int message_copy(struct __sk_buff* skb) {
  int total = 0;
  long sum = 0;

  for (int i = 0; i < 4; i++) total += pieces[i];
  if (total > (int)sizeof(message)) {
    answer = -1;
    return 0;
  }
  bpf_probe_read_kernel(message, total, data);
  for (int i = 0; i < total; i++) sum += message[i];
  answer = sum;
  return 0;
}
