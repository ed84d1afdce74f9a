// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run when a function returns, with its arguments and its result.
#pragma once

#include <rex/detail/arguments.hpp>
#include <rex/fixed_string.hpp>
#include <rex/result.hpp>
#include <rex/types.hpp>

namespace rex {

namespace detail {

/// What comes before the arguments.
class ReturnSlot {
 public:
  /// What the function returned, as a type of its size.  Meaningless for a function without result.
  template <class T>
    requires(__is_integral(T))
  T result() const {
    return ArgumentValue<T>::from(slot_);
  }

 protected:
  ReturnSlot() = default;

 private:
  u64 slot_;
};

}  // namespace detail

/// A program with this parameter runs each time a function of the kernel returns.
///
///     rex::Result on_written(const rex::Fexit<"vfs_write", rex::u64, rex::u64, rex::u64>& call) {
///       if (call.result<rex::i64>() < 0) ++failures;
///       return rex::ok;
///     }
///
/// Functions that ftrace can trace and the kernel's BTF knows.  Arguments are as at the function's
/// entry, and numbers only: what a pointer pointed to may be gone.  Several programs a function, of
/// other tools too.  Context: preemption off, else the function's.  What it returns is ignored.
/// Minimum kernel: 6.1.
/// @tparam Function  the function's name; empty where the loader gives it
/// @tparam Types     types of its arguments, in order; later ones may be left out
template <FixedString Function = "", class... Types>
  requires(__is_integral(Types) && ...)
class [[clang::annotate("rex::hook", "fexit")]] Fexit : public detail::ReturnSlot,
                                                        public detail::Arguments<Types...> {};

}  // namespace rex
