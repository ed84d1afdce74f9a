// SPDX-License-Identifier: GPL-2.0-only
// A local buffer of 1 KiB.
// For the verifier: the buffer is a global; bpf_loop; indices masked.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

char text[1024], reversed[1024];

static long measure(__u32 i, __u32* length) {
  if (text[i & 1023] == 0) return 1;
  ++*length;
  return 0;
}

static long turn(__u32 i, __u32* length) {
  reversed[(*length - 1 - i) & 1023] = text[i & 1023];
  return 0;
}

static long add(__u32 i, long* hash) {
  *hash = *hash * 31 + reversed[i & 1023];
  return 0;
}

SEC("tc") int local_buffer(struct __sk_buff* skb) {
  __u32 length = 0;
  long hash = 0;

  bpf_loop(1024, measure, &length, 0);
  bpf_loop(length, turn, &length, 0);
  bpf_loop(length, add, &hash, 0);
  answer = hash;
  return 0;
}
