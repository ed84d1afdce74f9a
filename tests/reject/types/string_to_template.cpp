// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
static int length(const T& text) {
  return sizeof(text);
}

rex::Result program(const rex::Once&) {
  return length("abc");  // expect: c-array
}
