// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#include "../../../sdk/rex/detail/slot.hpp"  // expect: include

rex::Result program(const rex::Once&) {
  return 0;
}
