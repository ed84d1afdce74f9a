// SPDX-License-Identifier: GPL-2.0-only
// says: use rex::Array
#include <rex/rex.hpp>
#include <vector>  // expect: include

rex::Result program(const rex::Once&) {

  return 0;
}
