// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct Own { T t; Own(T x) : t(x) {} };  // expect: view-member
template <class T>
Own(rex::Array<T, 2>&) -> Own<rex::Span<T>>;

rex::Result program(const rex::Once&) {
  rex::Array<int, 2> a{1, 2};
  Own o{a};
  return o.t[0];
}
