// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Maybe = rex::Option<rex::Span<int>>;  // expect: view-stored

static constexpr int f = sizeof(Maybe);

rex::Result program(const rex::Once&) {
  return f;
}
