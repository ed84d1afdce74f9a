// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Four = int[4];  // expect: c-array

rex::Result program(const rex::Once&) {
  Four values{};
  return values[0];
}
