// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// A stream of records to user space.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/types.hpp>

namespace rex {

/// A BPF_MAP_TYPE_RINGBUF.  User space reads it with libbpf's ring_buffer__new and
/// ring_buffer__poll; records arrive in the order of submission.
///
/// All calls: any context; safe against concurrent callers; Error::busy where what this program
/// interrupted holds the buffer's lock.  Minimum kernel: 6.1.
/// @tparam Size  bytes: a power of two, and whole pages of 4,096
template <u32 Size>
  requires(Size >= 4096 && (Size & (Size - 1)) == 0)
class [[clang::annotate("rex::map", "ringbuf")]] RingBuf {
 public:
  constexpr RingBuf() = default;
  RingBuf(const RingBuf&) = delete;
  RingBuf& operator=(const RingBuf&) = delete;

  /// Copies a record into the buffer and wakes its reader.  A record takes its own size and
  /// 8 bytes, rounded up to 8.  Error::full, Error::busy: the record is lost.
  template <detail::Wire T>
  [[clang::annotate("rex::wire")]] Status output(const T& record) {
    return detail::error_of(detail::rex_ringbuf_output(&map_, &record, sizeof(T)));
  }

 private:
  detail::rex_map map_{detail::map_type_ringbuf, 0, 0, Size, 0, -1, 0};
};

}  // namespace rex
