// SPDX-License-Identifier: GPL-2.0-only
// Four records to a ring buffer that nobody reads, and that is large enough for all of them.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

char terms[] SEC("license") = "GPL";

struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 64 * 1024 * 1024);
} ring SEC(".maps");

__u64 total;

SEC("fentry/write_null") int records_base(void* context __attribute__((unused))) {
  __sync_fetch_and_add(&total, 1);
  return 0;
}
SEC("fentry/write_null") int ring_output(void* context __attribute__((unused))) {
  __u64 written = 0;
  for (__u64 i = 0; i < 4; ++i) {
    __u64 record = i;
    if (!bpf_ringbuf_output(&ring, &record, sizeof record, 0)) ++written;
  }
  __sync_fetch_and_add(&total, written);
  return 0;
}
SEC("fentry/write_null") int ring_reserve(void* context __attribute__((unused))) {
  __u64 written = 0;
  for (__u64 i = 0; i < 4; ++i) {
    __u64* record = bpf_ringbuf_reserve(&ring, sizeof *record, 0);
    if (record) {
      *record = i;
      bpf_ringbuf_submit(record, 0);
      ++written;
    }
  }
  __sync_fetch_and_add(&total, written);
  return 0;
}
