// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#pragma once /*  // expect: pragma
*/ pack(1)

rex::Result program(const rex::Once&) {
  return 0;
}
