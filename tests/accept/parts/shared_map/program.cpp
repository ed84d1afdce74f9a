// SPDX-License-Identifier: GPL-2.0-only
#include "events.hpp"

rex::Result start(const rex::Once&) {
  for (rex::u32 i = 0; i < 10; ++i) record(i < 5 ? Kind::low : Kind::high, i);
  rex::i64 sum = 0;
  while (auto event = events.pop()) sum += event->kind * 100 + event->value;
  return sum;
}

rex::Result clear(const rex::Kprobe<"write_null">&) {
  while (events.pop()) {
  }
  return rex::ok;
}
