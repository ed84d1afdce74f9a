// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Option<rex::Span<int>> o;  // expect: view-stored
  return 0;
}
