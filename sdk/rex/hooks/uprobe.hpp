// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run when a process reaches an instruction of its own.
#pragma once

#include <rex/detail/registers.hpp>
#include <rex/fixed_string.hpp>
#include <rex/types.hpp>

namespace rex {

/// The user-space registers, of every Uprobe and Uretprobe.  Take a `const UprobeContext&` in
/// helper functions that several programs share.
///
/// Whatever a register holds was chosen by the process: it is a number.  An address of the process
/// is read with memory::read_user() and memory::read_user_text(), which say fault where nothing is.
class [[clang::annotate("rex::context")]] UprobeContext {
 public:
  UprobeContext(const UprobeContext&) = delete;
  UprobeContext& operator=(const UprobeContext&) = delete;

  /// Address of the probed instruction, in the process; of the instruction after the call in a
  /// Uretprobe.
  u64 instruction_pointer() const { return registers_.ip; }
  u64 stack_pointer() const { return registers_.sp; }

 protected:
  UprobeContext() = default;

  /// The register of an integer or pointer argument (x86-64 System V calling convention).
  template <u32 Index>
  u64 argument_register() const {
    constexpr u64 detail::Registers::* order[]{&detail::Registers::di, &detail::Registers::si,
                                               &detail::Registers::dx, &detail::Registers::cx,
                                               &detail::Registers::r8, &detail::Registers::r9};
    return registers_.*order[Index];
  }
  u64 result_register() const { return registers_.ax; }

 private:
  detail::Registers registers_;
};

namespace detail {

/// A number, narrowed to its declared size: the upper bits of a register have no meaning then.
template <class T>
concept RegisterValue = __is_integral(T) && sizeof(T) <= sizeof(u64);

template <RegisterValue T>
constexpr T from_register(u64 value) {
  if constexpr (__is_same(T, bool))
    return static_cast<u8>(value) != 0;
  else
    return static_cast<T>(value);
}

}  // namespace detail

/// A program with this parameter runs each time a process, any that maps the file, is about to
/// execute an instruction of a file.
///
///     // int puts(const char *text)
///     using Puts = rex::Uprobe<"/lib/x86_64-linux-gnu/libc.so.6:puts", rex::u64>;
///     rex::Result on_puts(const Puts& call) {
///       if (auto text = rex::memory::read_user_text<63>(call.argument<0>())) lines.output(*text);
///       return rex::ok;
///     }
///
/// The types are those of the function's integer and pointer arguments, in order; an address is a
/// rex::u64.  Floating-point arguments are passed elsewhere and are not counted.
///
/// Context: the process, preemption off, interrupts on; it may not sleep, so that pages of the
/// process which are not in memory are faults.  What it returns is ignored.  Minimum kernel: 6.1.
/// @tparam Place  "PATH:FUNCTION", "PATH:FUNCTION+OFFSET", or "PATH:OFFSET" in the file; empty
/// where
///                the loader gives it
/// @tparam Types  integers and bool, up to six; later ones may be left out
template <FixedString Place = "", class... Types>
  requires(sizeof...(Types) <= 6 && (detail::RegisterValue<Types> && ...))
class [[clang::annotate("rex::hook", "uprobe")]] Uprobe : public UprobeContext {
 public:
  /// An argument of the function, where the place is its first instruction.
  template <u32 Index>
    requires(Index < sizeof...(Types))
  auto argument() const {
    return detail::from_register<__type_pack_element<Index, Types...>>(
        this->template argument_register<Index>());
  }
};

/// A program with this parameter runs each time a function of a file returns, in any process.
///
///     rex::Result on_line(const rex::Uretprobe<"/bin/bash:readline", rex::u64>& call) {
///       if (auto text = rex::memory::read_user_text<63>(call.result())) lines.output(*text);
///       return rex::ok;
///     }
///
/// Functions that were entered before it was attached are not seen, nor the calls of a thread
/// beyond 64 that are open at once. Context: as of Uprobe.  What it returns is ignored.  Minimum
/// kernel: 6.1.
/// @tparam Place  "PATH:FUNCTION"; empty where the loader gives it
/// @tparam Type   of what the function returns: an integer or bool
template <FixedString Place = "", class Type = u64>
  requires(detail::RegisterValue<Type>)
class [[clang::annotate("rex::hook", "uretprobe")]] Uretprobe : public UprobeContext {
 public:
  /// What the function returned.
  Type result() const { return detail::from_register<Type>(result_register()); }
};

}  // namespace rex
