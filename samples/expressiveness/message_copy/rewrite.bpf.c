// SPDX-License-Identifier: GPL-2.0-only
// Messages of several pieces, dropped where they are larger than the buffer.
// For the verifier: the total masked, bpf_loop over the message.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 pieces[4];
unsigned char data[2048], message[2048];

static long add(__u32 i, long* sum) {
  *sum += message[i & 2047];
  return 0;
}

SEC("tc") int message_copy(struct __sk_buff* skb) {
  __u32 total = 0;
  long sum = 0;

  for (int i = 0; i < 4; i++) total += pieces[i];
  if (total >= sizeof(message)) {
    answer = -1;
    return 0;
  }
  bpf_probe_read_kernel(message, total & 2047, data);
  bpf_loop(total, add, &sum, 0);
  answer = sum;
  return 0;
}
