// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
rex::u32 size_of() {
  return sizeof(typename T::type) + sizeof(rex::detail::rex_log_site);  // expect: sdk-internal
}
struct Number {
  using type = rex::u32;
};

rex::Result program(const rex::Once&) {
  if (size_of<Number>() > 64) return 1;
  return 0;
}
