// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  try {  // expect: exception
  } catch (...) {  // expect: exception
  }
  return 0;
}
