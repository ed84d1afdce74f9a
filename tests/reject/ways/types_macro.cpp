// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define POINTER(type) type*

rex::Result program(const rex::Once&) {
  rex::u32 value = 1;
  POINTER(rex::u32) pointer = &value;  // expect: pointer
  if (pointer) return 1;
  return 0;
}
