// SPDX-License-Identifier: GPL-2.0-only
#include "ringbuf.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>

#include "../contract.hpp"
#include "../invocation.hpp"

namespace rex::host {

namespace {

constexpr std::uint64_t kHeader = 8;           // BPF_RINGBUF_HDR_SZ
constexpr std::uint64_t kMaxRecord = ~0u / 4;  // RINGBUF_MAX_RECORD_SZ

/// What a reserved record holds before it is written: in the kernel, parts of older ones.
constexpr std::byte kStale{0xa5};

/// Bytes of the buffer that a record takes.
std::uint64_t length_of(std::uint64_t size) { return (size + kHeader + 7) & ~std::uint64_t{7}; }

}  // namespace

RingbufMap::Record::Record(std::size_t size) : value_(std::vector<std::byte>(size, kStale)) {}

// As __bpf_ringbuf_reserve() counts: the last byte of the buffer is never used.
RingbufMap::Record* RingbufMap::reserve(std::uint64_t size) {
  if (size > kMaxRecord) return nullptr;
  const std::uint64_t capacity = definition().max_entries;
  const std::uint64_t length = length_of(size);
  if (length > capacity || producer_ + length - consumer_ > capacity - 1) return nullptr;
  producer_ += length;
  return records_.emplace_back(std::make_unique<Record>(size)).get();
}

std::vector<std::vector<std::byte>> RingbufMap::consume() {
  std::vector<std::vector<std::byte>> result;
  result.reserve(records_.size());
  while (!records_.empty() && records_.front()->state_ != Record::State::kReserved) {
    const auto bytes = records_.front()->bytes();
    if (records_.front()->state_ == Record::State::kSubmitted)
      result.emplace_back(bytes.begin(), bytes.end());
    consumer_ += length_of(bytes.size());
    records_.pop_front();
  }
  return result;
}

}  // namespace rex::host

using rex::host::calling_invocation;
using rex::host::map_argument;
using rex::host::RingbufMap;

int rex_ringbuf_output(rex_map* map, const void* data, __u64 size) {
  auto& ringbuf = map_argument<RingbufMap>(map, "rex_ringbuf_output");
  if (ringbuf.locked()) return -EBUSY;
  auto* record = ringbuf.reserve(size);
  if (!record) return -EAGAIN;
  std::ranges::copy(rex::host::input(data, size), record->bytes().begin());
  record->submit();
  return 0;
}

int rex_ringbuf_reserve(rex_map* map, __u64 size, rex_record* reserved) {
  auto& ringbuf = map_argument<RingbufMap>(map, "rex_ringbuf_reserve");
  auto& ledger = calling_invocation("rex_ringbuf_reserve").ledger;
  if (!ledger.has_room()) return -ENOBUFS;
  if (size > std::numeric_limits<__u32>::max()) return -E2BIG;
  if (ringbuf.locked()) return -EBUSY;
  auto* record = ringbuf.reserve(size);
  if (!record) return -EAGAIN;
  rex::host::mark_initialised(reserved, sizeof *reserved);
  *reserved = {.data = reinterpret_cast<__u64>(record->bytes().data()),
               .size = static_cast<__u32>(size),
               .slot = ledger.enter(*record)};
  return 0;
}

int rex_ringbuf_submit(__u32 slot) {
  auto* record = calling_invocation("rex_ringbuf_submit").ledger.take<RingbufMap::Record>(slot);
  if (!record) return -EINVAL;
  record->submit();
  return 0;
}

int rex_ringbuf_discard(__u32 slot) {
  auto* record = calling_invocation("rex_ringbuf_discard").ledger.take<RingbufMap::Record>(slot);
  if (!record) return -EINVAL;
  record->release();
  return 0;
}
