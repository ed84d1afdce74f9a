// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

inline constexpr int memcpy = 3;  // expect: program-name

rex::Result program(const rex::Once&) {
  return 0;
}
