// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define SLOT(type, name) static constexpr type&& name = type{}
SLOT(int, slot);  // expect: global

rex::Result program(const rex::Once&) {
  return ++slot;
}
