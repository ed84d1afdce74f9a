// SPDX-License-Identifier: GPL-2.0-only
// A payload under a keystream of 20 rounds, at an offset known at run time.
// As in https://github.com/sh0rch/packetveil/issues/20
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

SEC("xdp") int keystream(struct xdp_md* ctx) {
  unsigned char *data = (void*)(long)ctx->data, *end = (void*)(long)ctx->data_end;
  __u32 state[4] = {1, 2, 3, 4}, sum = 0;

  if (data + 15 > end) return XDP_PASS;
  for (int i = 15 + data[14]; data + i + 1 <= end; i++) {
    for (int round = 0; round < 20; round++) {
      __u32 mixed = state[round % 4] + state[(round + 1) % 4];
      __u32* word = &state[(round + 3) % 4];

      *word ^= mixed;
      *word = *word << 7 | *word >> 25;
    }
    sum += data[i] ^ (state[i % 4] & 255);
  }
  answer = sum;
  return XDP_PASS;
}
