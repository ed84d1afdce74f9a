// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto follow = [](rex::u32* pointer) { return pointer ? 1U : 0U; };  // expect: pointer
  rex::u32 value = 1;
  if (follow(&value) > 1) return 1;  // expect: pointer
  return 0;
}
