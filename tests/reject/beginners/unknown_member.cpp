// SPDX-License-Identifier: GPL-2.0-only
// says: no member named 'is_ok'
#include <rex/rex.hpp>

rex::Queue<rex::u64, 16> numbers;

rex::Result program(const rex::Once&) {
  return numbers.push(3).is_ok() ? 1 : 0;  // expect: compiler
}
