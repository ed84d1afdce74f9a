// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Base {
  rex::u8 kind = 0;
};
struct Event : Base {
  rex::u64 value = 0;
};
rex::Queue<Event, 16> records;  // expect: wire

rex::Result program(const rex::Once&) {

  return 0;
}
