// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Event {
  rex::u8 kind = 0;
  rex::u64 value = 0;
};

rex::Result program(const rex::Once&) {
  const auto size = [](const auto& value) { return rex::to_bytes(value).size(); };  // expect: wire
  if (size(Event{}) > 64) return 1;
  return 0;
}
