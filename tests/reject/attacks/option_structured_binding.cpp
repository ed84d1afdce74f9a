// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Option<int> o{};
  auto& [value, present] = o;  // expect: compiler
  present = true;
  return *o;
}
