// SPDX-License-Identifier: GPL-2.0-only
// A loop between two depths that are read from memory each time.
// As in https://github.com/anakryiko/retsnoop/issues/79
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

struct session {
  __u32 depth, deepest;
} session;
__u32 frames[64];

SEC("tc") int stitched_stack(struct __sk_buff* skb) {
  long stitched = 0;

  while (session.depth + 1 <= session.deepest) {
    stitched += frames[session.depth];
    session.depth++;
  }
  answer = stitched;
  return 0;
}
