// SPDX-License-Identifier: GPL-2.0-only
// Constrained templates.
// expect: value 16
#include <rex/rex.hpp>

template <class T>
concept Sized = requires(const T& value) { value.size(); };

template <class T>
static rex::usize weight(const T& value) {
  if constexpr (Sized<T>)
    return value.size();
  else
    return 1;
}

rex::Result concepts(const rex::Once&) {
  return weight(rex::Array<rex::u8, 10>{}) + weight(3) + weight(rex::Text{"hello"});
}
