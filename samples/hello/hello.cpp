// SPDX-License-Identifier: GPL-2.0-only
// Says hello to who runs it; loader.cpp is the other half.
#include <rex/rex.hpp>

rex::Result hello(const rex::Once&) {
  const auto task = rex::Task::current();
  rex::print("hello, {} (pid {}), from CPU {}", task.comm(), task.pid(), rex::cpu::id());
  return rex::ok;
}
