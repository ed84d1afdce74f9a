// SPDX-License-Identifier: GPL-2.0-only
// Each map operation, 64 times.  What is looked up and not there is put there: the first time only.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char terms[] SEC("license") = "GPL";

#define TIMES 64

#define MAP(name, kind, entries, key_type, flags) \
  struct {                                        \
    __uint(type, kind);                           \
    __uint(max_entries, entries);                 \
    __uint(map_flags, flags);                     \
    __type(key, key_type);                        \
    __type(value, __u64);                         \
  } name SEC(".maps")

struct prefix {
  __u32 length;
  __u32 address;
};

MAP(array, BPF_MAP_TYPE_ARRAY, TIMES, __u32, 0);
MAP(percpu_array, BPF_MAP_TYPE_PERCPU_ARRAY, TIMES, __u32, 0);
MAP(hash, BPF_MAP_TYPE_HASH, 1024, __u32, 0);
MAP(percpu_hash, BPF_MAP_TYPE_PERCPU_HASH, 1024, __u32, 0);
MAP(lru_hash, BPF_MAP_TYPE_LRU_HASH, 1024, __u32, 0);
MAP(trie, BPF_MAP_TYPE_LPM_TRIE, 1024, struct prefix, BPF_F_NO_PREALLOC);

#define LIST(name, kind)      \
  struct {                    \
    __uint(type, kind);       \
    __uint(max_entries, 128); \
    __type(value, __u64);     \
  } name SEC(".maps")

LIST(queue, BPF_MAP_TYPE_QUEUE);
LIST(stack, BPF_MAP_TYPE_STACK);

__u64 total;

#define REPEAT(name, ...)                                                   \
  SEC("xdp") int name(struct xdp_md* context __attribute__((unused))) {     \
    __u64 sum = 0;                                                          \
    for (__u32 i = 0; i < TIMES; ++i) {                                     \
      const __u32 key = i; /* i itself stays a constant for the verifier */ \
      __u64 number = i;                                                     \
      (void)key, (void)number;                                              \
      __VA_ARGS__;                                                          \
    }                                                                       \
    __sync_fetch_and_add(&total, sum);                                      \
    return XDP_PASS;                                                        \
  }

#define GET(map, key)                                    \
  {                                                      \
    const __u64* value = bpf_map_lookup_elem(&map, key); \
    if (value)                                           \
      sum += *value;                                     \
    else                                                 \
      SET(map, key);                                     \
  }
#define ADD(map)                                    \
  {                                                 \
    __u64* value = bpf_map_lookup_elem(&map, &key); \
    if (value)                                      \
      __sync_fetch_and_add(value, 1);               \
    else                                            \
      SET(map, &key);                               \
  }
#define SET(map, key) sum += !bpf_map_update_elem(&map, key, &number, BPF_ANY)

SEC("xdp") int map_base(struct xdp_md* context __attribute__((unused))) {
  __sync_fetch_and_add(&total, 1);
  return XDP_PASS;
}

REPEAT(array_get, GET(array, &key))
REPEAT(array_set, SET(array, &key))
REPEAT(array_add, ADD(array))
REPEAT(pcpu_array_add, {
  __u64* value = bpf_map_lookup_elem(&percpu_array, &key);
  if (value) ++*value;
})
REPEAT(hash_set, SET(hash, &key))
REPEAT(hash_get, GET(hash, &key))
REPEAT(hash_add, ADD(hash))
REPEAT(hash_cycle, {
  const __u32 fresh = 1000 + i;
  sum += !bpf_map_update_elem(&hash, &fresh, &number, BPF_NOEXIST);
  sum += !bpf_map_delete_elem(&hash, &fresh);
})
REPEAT(pcpu_hash_add, {
  __u64* value = bpf_map_lookup_elem(&percpu_hash, &key);
  if (value)
    ++*value;
  else
    sum += !bpf_map_update_elem(&percpu_hash, &key, &number, BPF_NOEXIST);
})
REPEAT(lru_hash_set, SET(lru_hash, &key))
REPEAT(lru_hash_get, GET(lru_hash, &key))
REPEAT(lpm_trie_set, {
  const struct prefix entry = {32, i};
  SET(trie, &entry);
})
REPEAT(lpm_trie_get, {
  const struct prefix entry = {32, i};
  GET(trie, &entry);
})
REPEAT(queue_cycle, {
  sum += !bpf_map_push_elem(&queue, &number, BPF_ANY);
  if (!bpf_map_pop_elem(&queue, &number)) sum += number;
})
REPEAT(stack_cycle, {
  sum += !bpf_map_push_elem(&stack, &number, BPF_ANY);
  if (!bpf_map_pop_elem(&stack, &number)) sum += number;
})
