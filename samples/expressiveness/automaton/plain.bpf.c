// SPDX-License-Identifier: GPL-2.0-only
// A state machine whose next state comes out of its table.
// As in https://github.com/parttimenerd/ebpf-verifier-errors/issues/6
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

__u32 letters[6];

SEC("tc") int automaton(struct __sk_buff* skb) {
  int next[4][4] = {
      {1, -1, -1, -1},
      {-1, 2, -1, -1},
      {-1, -1, 3, -1},
      {-1, -1, -1, 0},
  };
  int state = 0;

  for (int i = 0; i < 6 && state >= 0; i++) state = next[state][letters[i]];
  answer = state;
  return 0;
}
