// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return [](auto c) { return 1; }(rex::Fentry<"f", int>());  // expect: context
}
