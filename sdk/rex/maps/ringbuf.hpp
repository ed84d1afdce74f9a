// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// A stream of records to user space.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/slot.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {

/// A reserved record of a ring buffer.  Its memory is never lent out: a stale reference into it
/// could overwrite the headers of later records.
class RecordHandle {
 public:
  constexpr RecordHandle() = default;
  explicit RecordHandle(const rex_record& record)
      : data_{record.data}, size_{record.size}, slot_{record.slot} {}
  constexpr RecordHandle(RecordHandle&&) = default;
  constexpr RecordHandle& operator=(RecordHandle&& other) {
    if (this != &other) {
      release();
      data_ = other.data_;
      size_ = other.size_;
      slot_.put(other.slot_.take());
    }
    return *this;
  }
  constexpr ~RecordHandle() { release(); }

  constexpr u32 size() const {
    slot_.require();
    return size_;
  }

  /// Panics where the handle is null, and where the bytes do not fit.
  void write(u64 offset, const void* from, u64 bytes) {
    slot_.require();
    if (offset > size_ || bytes > size_ - offset)
      rex_trap(REX_PANIC_BOUNDS, offset + bytes, size_, 0, nullptr);
    // SAFETY: the slot is held, so data_ is the address of size_ bytes that are reserved for this
    // program, which the bytes were just checked to lie in.
    __builtin_memcpy(reinterpret_cast<void*>(data_ + offset), from, bytes);
  }

  /// Fills the record with zeroes: its room is that of older records.
  void clear() {
    constexpr u64 chunk = 1024;  // between two polls
    for (u64 offset = 0; offset < size_; offset += chunk) {
      const u64 rest = size_ - offset;
      // SAFETY: the slot is held, as in write(), and the bytes end where the record does.
      __builtin_memset(reinterpret_cast<void*>(data_ + offset), 0, rest < chunk ? rest : chunk);
    }
  }

  void submit() {
    slot_.require();
    rex_ringbuf_submit(slot_.take());
  }
  void discard() {
    slot_.require();
    release();
  }

 private:
  constexpr void release() {
    if (slot_.is_held()) rex_ringbuf_discard(slot_.take());
  }

  u64 data_ = 0;
  u32 size_ = 0;
  Slot slot_;
};

}  // namespace detail

/// A reserved record for one T, a handle that only moves.  What goes out of scope, also by a
/// panic, before it was submitted is discarded: its reader never sees it, and its room is free
/// again.  Using one that was submitted, discarded or moved from panics.
template <detail::Wire T>
class Record {
 public:
  constexpr Record() = default;

  /// Copies the value into the record, hands it to user space and wakes its reader.
  void submit(const T& value) {
    record_.write(0, &value, sizeof value);
    record_.submit();
  }

  /// Gives the room back.
  void discard() { record_.discard(); }

 private:
  template <u32 Size>
    requires(Size >= 4096 && (Size & (Size - 1)) == 0)
  friend class RingBuf;

  explicit Record(const detail::rex_record& record) : record_{record} {}

  detail::RecordHandle record_;
};

/// The same for a number of bytes known only when the program runs.
class RecordBytes {
 public:
  constexpr RecordBytes() = default;

  /// Bytes of the record.
  u32 size() const { return record_.size(); }

  /// Copies a value into the record, at an offset in bytes.  Panics where it does not fit.  What
  /// is never written is zero.
  template <detail::Wire T>
  [[clang::annotate("rex::wire")]] void write(u32 offset, const T& value) {
    record_.write(offset, &value, sizeof value);
  }

  /// Hands the record to user space and wakes its reader.
  void submit() { record_.submit(); }

  /// Gives the room back.
  void discard() { record_.discard(); }

 private:
  template <u32 Size>
    requires(Size >= 4096 && (Size & (Size - 1)) == 0)
  friend class RingBuf;

  explicit RecordBytes(const detail::rex_record& record) : record_{record} { record_.clear(); }

  detail::RecordHandle record_;
};

/// A BPF_MAP_TYPE_RINGBUF.  User space reads it with libbpf's ring_buffer__new and
/// ring_buffer__poll; records arrive in the order in which they were reserved.
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

  /// Reserves a record, to be submitted or discarded.  One is held in the order of the buffer:
  /// while it is, the reader does not see later ones.  Error::full, Error::busy.  Panics where the
  /// program holds 32 resources already.
  template <detail::Wire T>
    requires(sizeof(T) + 8 <= Size)
  [[clang::annotate("rex::wire")]] Expected<Record<T>> reserve() {
    return reserve<Record<T>>(sizeof(T));
  }

  /// The same for a number of bytes, which are zero at first.  Error::too_big where the buffer
  /// could never hold it.
  Expected<RecordBytes> reserve_bytes(u32 bytes) {
    if (bytes > Size - 8) return Error::too_big;
    return reserve<RecordBytes>(bytes);
  }

 private:
  template <class Handle>
  Expected<Handle> reserve(u32 bytes) {
    detail::rex_record record{};
    const i32 code = detail::rex_ringbuf_reserve(&map_, bytes, &record);
    if (code != 0) {
      detail::require_resources(code);
      return detail::error_of(code);
    }
    return Handle{record};
  }

  detail::rex_map map_{detail::map_type_ringbuf, 0, 0, Size, 0, -1, 0, 0};
};

}  // namespace rex
