// SPDX-License-Identifier: GPL-2.0-only
// FNV hash over a whole payload.
// For the verifier: bpf_loop and bpf_xdp_load_bytes.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";
long answer;

struct state {
  struct xdp_md* ctx;
  __u32 hash;
};

static long step(__u32 i, struct state* state) {
  unsigned char byte;

  if (bpf_xdp_load_bytes(state->ctx, i, &byte, 1)) return 1;
  state->hash = (state->hash ^ byte) * 16777619;
  return 0;
}

SEC("xdp") int fnv_payload(struct xdp_md* ctx) {
  struct state state = {ctx, 2166136261};

  bpf_loop(ctx->data_end - ctx->data, step, &state, 0);
  answer = state.hash & 0x7fffffff;
  return XDP_PASS;
}
