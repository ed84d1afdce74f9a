// SPDX-License-Identifier: GPL-2.0-only
// A value that is handed over.
// expect: value 5
#include <rex/rex.hpp>

struct Packet {
  rex::u32 length = 0;
  rex::Array<rex::u8, 16> bytes{};
};

static rex::u32 consume(Packet&& packet) {
  const Packet mine = rex::move(packet);
  return mine.length;
}

rex::Result move_value(const rex::Once&) {
  Packet packet{.length = 5};
  return consume(rex::move(packet));
}
