// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
T there(T value);  // expect: undefined-function

rex::Result program(const rex::Once&) {
  if (there(1U) > 1) return 1;
  return 0;
}
