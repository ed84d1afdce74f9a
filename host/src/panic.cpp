// SPDX-License-Identifier: GPL-2.0-only
// A program that cannot go on, and what the log says of it.
#include <rex/testing/panic.hpp>

#include <ostream>

#include "contract.hpp"
#include "invocation.hpp"

void rex_panic(const rex_site* site, __u64 first, __u64 second) {
  rex::host::calling_invocation("rex_panic");
  rex::host::leave(site, first, second);
}

namespace rex::testing {

namespace {

/// A value as the source meant it.
std::string operand(std::uint64_t value, std::int32_t bits) {
  if (bits >= 0) return std::to_string(value);
  const int unused = 64 + bits;
  return std::to_string(static_cast<std::int64_t>(value << unused) >> unused);
}

}  // namespace

// The texts are those of rex_format_reason() in runtime/panic.c.
std::string Panic::reason() const {
  const std::string a = operand(first, bits);
  const std::string b = operand(second, bits);
  switch (kind) {
    case REX_PANIC_LOCK:
    case REX_PANIC_EXPLICIT: return message.empty() ? "no message" : message;
    case REX_PANIC_BUDGET:
      return "ran for " + std::to_string(first / 1000) + " us, its budget is " +
             std::to_string(second / 1000) + " us";
    case REX_PANIC_EMPTY_OPTION: return "value of an empty Option";
    case REX_PANIC_NULL_HANDLE: return "use of a handle that was destroyed or moved from";
    case REX_PANIC_BOUNDS: return "index " + a + " is outside of 0.." + b;
    case REX_PANIC_OVERFLOW:
      return "overflow of " + (message.empty() ? "an operation" : message) + " with operands " + a +
             " and " + b;
    case REX_PANIC_DIVISION: return "division of " + a + " by " + b;
    case REX_PANIC_SHIFT: return "shift of " + a + " by " + b + " bits";
    case REX_PANIC_CONVERSION: return "value " + a + " does not fit";
    case REX_PANIC_UNREACHABLE: return "reached the end of a function that returns a value";
    case REX_PANIC_STACK:
      return "the stack is used up: " + std::to_string(first) + " bytes below its limit";
    case REX_PANIC_RESOURCES: return "would hold more than " + a + " resources at once";
    case REX_PANIC_KINDS: break;
  }
  return "unknown reason " + std::to_string(kind);
}

std::string Panic::text() const {
  std::string place;
  if (!file.empty())
    place = " at " + file + ":" + std::to_string(line) + ":" + std::to_string(column);
  return "program " + extension + "/" + program + " panicked" + place + ": " + reason();
}

std::ostream& operator<<(std::ostream& out, const Panic& panic) { return out << panic.text(); }

}  // namespace rex::testing
