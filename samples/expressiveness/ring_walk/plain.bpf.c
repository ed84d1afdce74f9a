// SPDX-License-Identifier: GPL-2.0-only
// The newest entries of an overwritable ring, from a position in a map.
// As in https://github.com/inspektor-gadget/inspektor-gadget/pull/1464
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 position[1], ring[1000];

SEC("tc") int ring_walk(struct __sk_buff* skb) {
  long sum = 0;

  for (int i = 1; i <= 16; i++) sum += ring[(position[0] - i) % 1000];
  answer = sum;
  return 0;
}
