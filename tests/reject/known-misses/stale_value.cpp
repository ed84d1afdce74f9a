// SPDX-License-Identifier: GPL-2.0-only
// A reference into an Option whose value was replaced: it now refers to the new value.  The slot
// is in place and of one type, so that this is surprising at worst.
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Option<int> o{1};
  const int& first = *o;
  o = rex::Option<int>{2};
  return first;  // 2
}
