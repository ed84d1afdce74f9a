// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class C>
static int look() { return C().template argument<0>(); }  // expect: context

rex::Result program(const rex::Once&) {
  return look<rex::Fentry<"f", int>>();
}
