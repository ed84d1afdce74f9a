// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto s = R"(x)";  // expect: c-array
  return 0;
}
