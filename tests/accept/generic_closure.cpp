// SPDX-License-Identifier: GPL-2.0-only
// A closure for any type.
// expect: value 33
#include <rex/rex.hpp>

rex::Result generic_closure(const rex::Once&) {
  const auto twice = [](auto value) { return value + value; };
  return twice(rex::i64{10}) + twice(rex::u8{5}) + twice(1) + 1;
}
