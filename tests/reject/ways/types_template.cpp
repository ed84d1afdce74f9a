// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
rex::u32 size_of() {
  T* nothing = {};  // expect: pointer
  return nothing ? 1 : 0;
}

rex::Result program(const rex::Once&) {
  if (size_of<rex::u32>() > 1) return 1;
  return 0;
}
