// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

static const rex::Fentry<"f", int> make() { return rex::Fentry<"f", int>(); }  // expect: context

rex::Result program(const rex::Once&) {
  return make().argument<0>();
}
