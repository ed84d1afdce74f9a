// SPDX-License-Identifier: GPL-2.0-only
// A lock of a map's value that nobody else wants, taken and given back.
#include <linux/bpf.h>
#include <linux/pkt_cls.h>

#include <bpf/bpf_helpers.h>

char terms[] SEC("license") = "GPL";

struct plain {
  __u64 first, second;
};
struct locked {
  struct bpf_spin_lock lock;
  __u64 first, second;
};

struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 4);
  __type(key, __u32);
  __type(value, struct locked);
} pairs SEC(".maps");

struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 4);
  __type(key, __u32);
  __type(value, struct plain);
} plains SEC(".maps");

SEC("tc") int lock_pairs(void* context __attribute__((unused))) {
#pragma clang loop unroll(disable)
  for (__u32 i = 0; i < 64; ++i) {
    __u32 key = i % 4;
    struct locked* value = bpf_map_lookup_elem(&pairs, &key);
    if (!value) continue;
    bpf_spin_lock(&value->lock);
    value->first = i;
    value->second = i;
    bpf_spin_unlock(&value->lock);
  }
  return TC_ACT_OK;
}

SEC("tc") int lock_base(void* context __attribute__((unused))) {
#pragma clang loop unroll(disable)
  for (__u32 i = 0; i < 64; ++i) {
    __u32 key = i % 4;
    struct plain* value = bpf_map_lookup_elem(&plains, &key);
    if (!value) return TC_ACT_SHOT;
    value->first = i;
    value->second = i;
  }
  return TC_ACT_OK;
}
