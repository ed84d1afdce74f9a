// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return _Generic(1, int: 2);  // expect: reserved-name
}
