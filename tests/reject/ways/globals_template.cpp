// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
T calls = 0;  // expect: global

rex::Result program(const rex::Once&) {
  ++calls<rex::u32>;
  return 0;
}
