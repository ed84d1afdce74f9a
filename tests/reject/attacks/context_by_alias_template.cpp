// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class... T>
using C = rex::RawTracepoint<"x", T...>;
template <template <class...> class X>
static int f() { return X<int>().template argument<0>(); }  // expect: context

rex::Result program(const rex::Once&) {
  return f<C>();
}
