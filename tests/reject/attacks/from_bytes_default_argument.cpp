// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T, class U = decltype(rex::from_bytes<T>(rex::Array<rex::u8, 4>{}))>
static U get(U u = rex::from_bytes<T>(rex::Array<rex::u8, 4>{1})) { return u; }  // expect: wire

rex::Result program(const rex::Once&) {
  return *get<bool>() ? 1 : 0;
}
