// SPDX-License-Identifier: GPL-2.0-only
// Prints, in process context and in others.
#include <rex/rex.hpp>

enum class Colour : rex::u8 { red = 3 };

rex::Param<rex::u64> flood{0};

rex::Result print_kinds(const rex::Once&) {
  rex::print("plain");
  rex::log::debug("{} {} {}", rex::u8{255}, rex::i8{-128}, 1'000'000'000'000);
  rex::log::warn("{:x} {:#X} {:o} {:b}", 255, 255u, 8, 5);
  rex::log::error("[{:5}] [{:<5}] [{:^5}] [{:*>5}] [{:05}]", 42, 42, 42, 42, -42);
  rex::print("{} {:>6} {{}}", true, rex::Text{"text"});
  rex::print("{} {} {} {}", Colour::red, rex::be16{80}, rex::Ipv4{10, 0, 0, 1},
             rex::Mac{2, 0, 0, 0, 0, 255});
  return rex::ok;
}

rex::Result print_flood(const rex::Once&) {
  for (rex::u64 i = 0; i < flood; ++i) rex::print("line {}", i);
  return rex::ok;
}

// In a function, where a breakpoint calls it as an NMI would, and under a run-queue's lock.
rex::Result print_in_kprobe(const rex::Kprobe<"write_null">&) {
  rex::print("in a kprobe of {}", rex::Task::current().comm());
  return rex::ok;
}

rex::Result print_in_switch(const rex::RawTracepoint<"sched_switch">&) {
  rex::print("in the scheduler");
  return rex::ok;
}

// A program in the runtime's own way to wake readers.
rex::Result print_in_wake(const rex::Kprobe<"__wake_up">&) {
  rex::print("in a wake-up");
  return rex::ok;
}

rex::Result fail(const rex::Once&) { rex::panic("on {purpose}"); }
