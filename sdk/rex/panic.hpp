// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Ending a program that cannot go on.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/types.hpp>

namespace rex {

/// A string literal.  Nothing else converts to it, so that its address is always that of
/// constant data of the extension.
class Message {
 public:
  template <usize Size>
  consteval Message(const char (&literal)[Size]) : text_{literal} {}

  /// For the SDK's own use.
  constexpr const char* text() const { return text_; }

 private:
  const char* text_;
};

/// Ends the program: everything it holds is released, the hook gets the program's panic value,
/// the message is logged with file, line and a backtrace, and the program is disabled.
/// Allowed in every context.
[[noreturn, gnu::always_inline]] inline void panic(Message message) {
  detail::rex_trap(detail::REX_PANIC_EXPLICIT, 0, 0, 0, message.text());
}

}  // namespace rex
