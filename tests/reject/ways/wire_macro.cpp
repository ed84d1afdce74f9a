// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define RECORDS(type) rex::Queue<type, 16> records

struct Event {
  rex::u8 kind = 0;
  rex::u64 value = 0;
};
RECORDS(Event);  // expect: wire

rex::Result program(const rex::Once&) {

  return 0;
}
