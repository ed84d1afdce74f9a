// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<rex::Span<int>, 4> q;  // expect: wire

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{};
  return 0;
}
