// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Event {
  rex::u8 kind = 0;
  rex::u64 value = 0;
};
using Record = Event;
rex::Queue<Record, 16> records;  // expect: wire

rex::Result program(const rex::Once&) {

  return 0;
}
