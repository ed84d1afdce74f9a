// SPDX-License-Identifier: GPL-2.0-only
// Programs on functions of the test's own process.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 1024> seen;
rex::RingBuf<4096> texts;

rex::Result on_call(const rex::Uprobe<"", rex::i16, rex::u64, bool>& call) {
  seen.push(call.argument<0>());
  seen.push(call.argument<2>() ? 1 : 0);
  const auto text = rex::memory::read_user<rex::u64>(call.argument<1>());
  if (text)
    texts.output(*text);
  else
    seen.push(text.error() == rex::Error::fault ? -14 : -1);
  return rex::ok;
}

rex::Result on_return(const rex::Uretprobe<"", rex::i32>& call) {
  seen.push(call.result());
  return rex::ok;
}

rex::Result named_in_source(const rex::Uprobe<"/bin/busybox:0x1000">&) { return rex::ok; }

rex::Result panics(const rex::Uprobe<>&) { rex::panic("in a process"); }

rex::Result spins(const rex::Uprobe<>&) {
  rex::u32 value = 1;
  while (true) value = value * 3 + 1;
}
