// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result other(const rex::Fentry<"f", char*>& call) { return 0; }  // expect: pointer

rex::Result program(const rex::Once&) {
  return 0;
}
