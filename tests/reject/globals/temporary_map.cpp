// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return static_cast<int>(rex::Queue<int, 4>{}.push(1).error() == rex::Error::none);  // expect: map-scope
}
