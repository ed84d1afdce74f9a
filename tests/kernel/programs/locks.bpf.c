// SPDX-License-Identifier: GPL-2.0-only
// eBPF programs that share maps with programs/locks.cpp.
#include <linux/bpf.h>
#include <linux/pkt_cls.h>

#include <bpf/bpf_helpers.h>

char terms[] SEC("license") = "GPL";

struct value {
  struct bpf_spin_lock lock;
  __u64 first, second;
};

struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 2);
  __type(key, __u32);
  __type(value, struct value);
} pairs SEC(".maps");

// The kernel finds the lock here too, but it is not where ours is.
struct behind {
  __u64 first, second;
  struct bpf_spin_lock lock;
};

struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 2);
  __type(key, __u32);
  __type(value, struct behind);
} lock_behind SEC(".maps");

SEC("tc")
int add(struct __sk_buff* packet __attribute__((unused))) {
  for (int i = 0; i < 100; ++i) {
    __u32 key = 0;
    struct value* value = bpf_map_lookup_elem(&pairs, &key);
    if (!value) return TC_ACT_SHOT;
    bpf_spin_lock(&value->lock);
    ++value->first;
    ++value->second;
    bpf_spin_unlock(&value->lock);
  }
  return TC_ACT_OK;
}

SEC("tc")
int refer(struct __sk_buff* packet __attribute__((unused))) {
  __u32 key = 0;
  return bpf_map_lookup_elem(&lock_behind, &key) ? TC_ACT_OK : TC_ACT_SHOT;
}
