// SPDX-License-Identifier: GPL-2.0-only
// Two changes of one variable in one expression, in no order: undefined in C++.  clang warns.  The
// result may be either; the access itself is to a live variable of the right type, so memory stays
// whole.
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  int i = 1;
  i = i++ + ++i;
  return i;
}
