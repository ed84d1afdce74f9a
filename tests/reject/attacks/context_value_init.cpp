// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static int look(const rex::RawTracepoint<"sys_enter", rex::u64, rex::Task>& c) {
  auto t = c.argument<1>();
  return t ? (*t).pid() : 0;
}

rex::Result program(const rex::Once&) {
  using C = rex::RawTracepoint<"sys_enter", rex::u64, rex::Task>;
  return look(C());  // expect: context
}
