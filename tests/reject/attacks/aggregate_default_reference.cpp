// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Own { const int& t = 3; };  // expect: view-member

rex::Result program(const rex::Once&) {
  Own o{};
  return o.t;
}
