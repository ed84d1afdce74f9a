// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Arguments that the kernel passes, typed by the program and checked when it is loaded.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/fixed_string.hpp>
#include <rex/kernel.hpp>
#include <rex/option.hpp>
#include <rex/task.hpp>
#include <rex/types.hpp>

namespace rex::detail {

/// Declared for no types too, so that a context without any is complete.
template <u32 Index, class... Types>
struct TypeAt;
template <u32 Index, class First, class... Rest>
struct TypeAt<Index, First, Rest...> {
  using type = TypeAt<Index - 1, Rest...>::type;
};
template <class First, class... Rest>
struct TypeAt<0, First, Rest...> {
  using type = First;
};

template <class T>
inline constexpr bool is_kernel_pointer = false;
template <FixedString Structure>
inline constexpr bool is_kernel_pointer<kernel::Pointer<Structure>> = true;

/// What an argument can be.  No enum: the kernel may pass what is none of its values.  A Pointer is
/// an address that the kernel need not vouch for.
template <class T>
concept Argument = __is_integral(T) || __is_same(T, Task) || is_kernel_pointer<T>;

/// How a 64-bit argument slot becomes a value of the declared type.
template <class T>
struct ArgumentValue {
  using type = T;
  /// The upper bits of a narrower argument have no meaning.
  static T from(u64 slot) { return static_cast<T>(slot); }
};
template <>
struct ArgumentValue<bool> {
  using type = bool;
  static bool from(u64 slot) { return static_cast<u8>(slot) != 0; }
};
template <>
struct ArgumentValue<Task> {
  using type = Option<Task>;
  // SAFETY: the loader has checked by BTF that the argument is a struct task_struct *; what the
  // kernel passes to its own functions and tracepoints is null or live for the invocation.
  static Option<Task> from(u64 slot) { return Task::from_kernel(slot); }
};

/// The body of a hook's context whose arguments lie in consecutive 64-bit slots.
template <class... Types>
class [[clang::annotate("rex::context")]] Arguments {
 public:
  Arguments(const Arguments&) = delete;
  Arguments& operator=(const Arguments&) = delete;

  /// An argument, with the type that the program declared for it; an Option<Task> for a Task.
  template <u32 Index>
    requires(Index < sizeof...(Types) && Argument<typename TypeAt<Index, Types...>::type>)
  auto argument() const -> ArgumentValue<typename TypeAt<Index, Types...>::type>::type {
    return ArgumentValue<typename TypeAt<Index, Types...>::type>::from(slots_[Index]);
  }

 protected:
  Arguments() = default;

 private:
  u64 slots_[sizeof...(Types) + 1];
};

}  // namespace rex::detail
