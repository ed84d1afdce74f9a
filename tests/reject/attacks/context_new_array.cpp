// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return rex::Array<rex::Fentry<"f", int>, 1>()[0].argument<0>();  // expect: context
}
