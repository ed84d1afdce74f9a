// SPDX-License-Identifier: GPL-2.0-only
// Programs at functions' entries.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 1024> seen;

using Write = rex::Fentry<"write_null", rex::u64, rex::u64, rex::u64>;
rex::Result on_write(const Write& call) {
  seen.push(static_cast<rex::i32>(call.argument<2>()));
  return rex::ok;
}

using DirectWrite = rex::Fentry<"write_null:direct", rex::u64, rex::u64, rex::u64>;
rex::Result on_write_direct(const DirectWrite& call) {
  seen.push(static_cast<rex::i32>(call.argument<2>()));
  return rex::ok;
}

rex::Result on_kprobe(const rex::Kprobe<"write_null">& probe) {
  seen.push(static_cast<rex::i32>(probe.argument<2>()));
  return rex::ok;
}

rex::Result on_system_call(const rex::RawTracepoint<"sys_enter", rex::u64, rex::i64>& call) {
  if (call.argument<1>() == 39) seen.push(39);  // getpid
  return rex::ok;
}

rex::Result panics(const rex::Fentry<"write_null">&) { rex::panic("at a function's entry"); }

rex::Result panics_direct(const rex::Fentry<"write_null:direct">&) {
  rex::panic("at a function's entry");
}
