// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  auto c = rex::bit_cast<rex::TaskIterator>(rex::u64{1});  // expect: wire
  return (*c).pid();
}
