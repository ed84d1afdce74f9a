// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Memory by address, which may not be there.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/detail/wire.hpp>
#include <rex/error.hpp>
#include <rex/text.hpp>
#include <rex/types.hpp>

/// Copies of memory of the kernel and of the current process.  A fault is Error::fault; what is
/// read may be anything, and is only ever data.  All calls: any context; pages that are swapped
/// out or not yet there are faults, because nothing sleeps to bring them in.  Minimum kernel: 6.1.
namespace rex::memory {

/// A T at an address of the kernel.
template <detail::Wire T>
[[clang::annotate("rex::wire")]] Expected<T> read_kernel(u64 address) {
  T value{};
  const Error error = detail::error_of(detail::rex_read_kernel(&value, address, sizeof value));
  if (error != Error::none) return error;
  return value;
}

/// A T at an address of the current process.
template <detail::Wire T>
[[clang::annotate("rex::wire")]] Expected<T> read_user(u64 address) {
  T value{};
  const Error error = detail::error_of(detail::rex_read_user(&value, address, sizeof value));
  if (error != Error::none) return error;
  return value;
}

}  // namespace rex::memory

namespace rex::detail {

template <usize Capacity, auto Read>
Expected<Text<Capacity>> read_text(u64 address) {
  char characters[Capacity + 1]{};
  const i32 size = Read(characters, sizeof characters, address);
  if (size < 0) return error_of(size);
  Text<Capacity> text;
  for (usize i = 0; i < Capacity && characters[i] != 0; ++i)
    if (!text.append(characters[i])) break;
  return text;
}

}  // namespace rex::detail

namespace rex::memory {

/// Text that ends with a NUL, at an address of the kernel; the first Capacity characters of a
/// longer one.
template <usize Capacity>
Expected<Text<Capacity>> read_kernel_text(u64 address) {
  return detail::read_text<Capacity, detail::rex_read_kernel_text>(address);
}

/// The same of the current process.
template <usize Capacity>
Expected<Text<Capacity>> read_user_text(u64 address) {
  return detail::read_text<Capacity, detail::rex_read_user_text>(address);
}

}  // namespace rex::memory
