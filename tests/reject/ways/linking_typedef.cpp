// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Function = rex::u32(rex::u32);
extern Function there;  // expect: extern

rex::Result program(const rex::Once&) {

  return 0;
}
