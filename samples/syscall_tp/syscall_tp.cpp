// SPDX-License-Identifier: GPL-2.0-only
// Counts files that are opened, and those that could not be; loader.cpp is the other half.
#include <rex/rex.hpp>

rex::Atomic<rex::u64> entered, failed;

using Enter = rex::Tracepoint<"syscalls:sys_enter_openat", rex::TraceField<"filename", rex::u64>>;
using Exit = rex::Tracepoint<"syscalls:sys_exit_openat", rex::TraceField<"ret", rex::i64>>;

rex::Result on_enter(const Enter& event) {
  // The text may not be in memory yet.
  const auto name = rex::memory::read_user_text<8>(event.get<"filename">());
  if (name && *name == rex::Text<8>{"/nowhere"}) entered.add(1);
  return rex::ok;
}

rex::Result on_exit(const Exit& event) {
  constexpr rex::i64 no_entry = -2;  // ENOENT
  if (event.get<"ret">() == no_entry) failed.add(1);
  return rex::ok;
}
