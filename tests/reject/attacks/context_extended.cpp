// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  const auto& c = rex::Fexit<"f", int>();  // expect: context
  return c.result<int>();
}
