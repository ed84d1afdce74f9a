// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Data that one program at a time changes.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/slot.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {

/// As struct bpf_spin_lock, in front of what it protects.
class [[clang::annotate("rex::spin_lock")]] SpinLock {
 public:
  struct rex_spin_lock* word() { return &word_; }

 private:
  struct rex_spin_lock word_{};
};

/// Takes a lock; its slot.  Tries again in the program's own text, where it polls.
[[gnu::always_inline]] inline Expected<u32> take_lock(SpinLock& lock, u32 order) {
  constexpr i32 deadlock = -35;   // EDEADLK
  constexpr i32 no_lock = -37;    // ENOLCK
  constexpr i32 try_again = -11;  // EAGAIN
  i32 slot = rex_spin_lock(lock.word(), order);
  while (slot == try_again) {
    // SAFETY: tells the processor that this loop waits; changes nothing.
    asm volatile("pause" : : : "memory");
    slot = rex_spin_lock(lock.word(), order);
  }
  if (slot > 0) return static_cast<u32>(slot);
  if (slot == deadlock) rex_trap(REX_PANIC_LOCK, 0, 0, 0, "the program holds this lock already");
  if (slot == no_lock)
    rex_trap(REX_PANIC_LOCK, 0, 0, 0,
             "the program holds another lock, and no order says that this one comes after it");
  require_resources(slot);
  return error_of(slot);
}

class LockedMemory;

}  // namespace detail

/// A lock that is held, and the data it protects: a handle that only moves.  What goes out of
/// scope, also by a panic, gives the lock back.  Using one that did, or was moved from, panics.
///
/// The data itself is never lent out: get() and set() copy it, and update() hands a copy to a
/// function and stores what that made of it.  So a panic in the function leaves the data as it was.
template <detail::Wire T>
class [[nodiscard]] LockGuard {
 public:
  constexpr LockGuard() = default;
  constexpr LockGuard(LockGuard&&) = default;
  constexpr LockGuard& operator=(LockGuard&& other) {
    if (this != &other) {
      release();
      value_ = other.value_;
      slot_.put(other.slot_.take());
    }
    return *this;
  }
  constexpr ~LockGuard() { release(); }

  /// A copy of the data.
  T get() const {
    slot_.require();
    T value;
    // SAFETY: the slot is held, so value_ is the address of a live T that only the holder of its
    // lock changes.  A tool that writes without the lock can still do so at any time: the empty asm
    // keeps the compiler from reading the value a second time.
    __builtin_memcpy(&value, value_, sizeof value);
    asm volatile("" : : : "memory");
    return value;
  }

  /// Changes the data.
  void set(const T& value) {
    slot_.require();
    // SAFETY: as above.
    __builtin_memcpy(value_, &value, sizeof value);
    asm volatile("" : : : "memory");
  }

  /// Changes the data by a function: `guard.update([](Account& a) { a.balance += 5; })`.
  template <class Function>
  void update(Function&& function) {
    T value = get();
    function(value);
    set(value);
  }

  /// Gives the lock back before the end of the scope.
  void unlock() {
    slot_.require();
    release();
  }

 private:
  friend class detail::LockedMemory;

  LockGuard(T* value, u32 slot) : value_{value}, slot_{slot} {}

  constexpr void release() {
    if (slot_.is_held()) detail::rex_spin_unlock(slot_.take());
  }

  T* value_ = nullptr;
  detail::Slot slot_;
};

/// Data with a lock: a global, or the value of an ArrayMap or of a preallocated HashMap.  In a map
/// it is what C writes as `struct { struct bpf_spin_lock lock; T value; }`: eBPF programs take the
/// same lock by bpf_spin_lock(), user space by BPF_F_LOCK, and neither sees nor changes it
/// otherwise.
///
///     struct Totals { rex::u64 packets; rex::u64 bytes; };
///     rex::SpinLocked<Totals> totals;
///     rex::ArrayMap<rex::SpinLocked<Totals>, 256> by_protocol;
///     …
///     if (auto locked = by_protocol.lock(protocol))
///       locked->update([&](Totals& t) { t.packets += 1; t.bytes += size; });
///
/// A program holds one lock at a time.  Two are held only where both have an Order, and the second
/// one the higher: so no two programs wait for each other.  While a lock is held, interrupts are
/// off; a program that waits for one, or keeps it, for longer than its budget is ended.
///
/// Any context.  Minimum kernel: 6.1.
/// @tparam T      wire data
/// @tparam Order  0: never together with another lock
template <detail::Wire T, u32 Order = 0>
class [[clang::annotate("rex::global", "spin_locked")]] SpinLocked {
 public:
  using value_type = T;

  constexpr SpinLocked() = default;
  constexpr explicit SpinLocked(const T& value) : value_{value} {}
  SpinLocked& operator=(const SpinLocked&) = delete;

  /// Waits for the lock.  Error::busy where what this program interrupted holds it.  Panics where
  /// the program holds it itself, or another one that is not of a lower order, and where it holds
  /// 32 resources already.
  [[gnu::always_inline]] Expected<LockGuard<T>> lock();

 private:
  friend class detail::LockedMemory;

  // Nobody copies one; but what cannot be copied at all is no wire data.
  SpinLocked(const SpinLocked&) = default;

  detail::SpinLock lock_{};
  T value_{};
};

namespace detail {

/// Makes guards: only maps and globals have the addresses that they are made of.
class LockedMemory {
 public:
  template <class T, u32 Order>
  [[gnu::always_inline]] static Expected<LockGuard<T>> lock(SpinLocked<T, Order>& data) {
    const auto slot = take_lock(data.lock_, Order);
    if (!slot) return slot.error();
    return LockGuard<T>{&data.value_, *slot};
  }

  /// The same for a value of a map, at an address that is aligned to 8 bytes.
  template <class Locked>
  [[gnu::always_inline]] static auto lock_at(void* value) {
    // SAFETY: the caller has the address of a live value of a map whose values are Locked: the
    // runtime has checked their size, and that the kernel keeps a lock at their start.  It stays
    // such a value for the whole invocation.
    return lock(*static_cast<Locked*>(value));
  }

  /// A value as a map takes it, with a lock that the map ignores and bytes between that are zero.
  template <class Locked>
  struct Image {
    explicit Image(const typename Locked::value_type& value) {
      __builtin_memcpy(bytes + __builtin_offsetof(Locked, value_), &value, sizeof value);
    }
    alignas(Locked) u8 bytes[sizeof(Locked)]{};
  };
};

}  // namespace detail

template <detail::Wire T, u32 Order>
[[gnu::always_inline]] inline Expected<LockGuard<T>> SpinLocked<T, Order>::lock() {
  return detail::LockedMemory::lock(*this);
}

}  // namespace rex
