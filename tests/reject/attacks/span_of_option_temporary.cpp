// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Span<const int> s = *rex::Option{rex::Array{1, 2}};  // expect: view-temporary
  return s[0];
}
