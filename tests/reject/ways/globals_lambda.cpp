// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

inline constexpr auto count = [] {
  static rex::u32 calls = 0;  // expect: static-local
  return ++calls;
};

rex::Result program(const rex::Once&) {
  if (count() > 1) return 1;
  return 0;
}
