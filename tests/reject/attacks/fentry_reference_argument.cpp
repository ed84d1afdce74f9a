// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result other(const rex::Fentry<"f", rex::u64&>& call) { return 0; }  // expect: view-stored

rex::Result program(const rex::Once&) {
  return 0;
}
