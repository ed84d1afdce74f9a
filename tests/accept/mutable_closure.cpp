// SPDX-License-Identifier: GPL-2.0-only
// A closure with a state of its own.
// expect: value 15
#include <rex/rex.hpp>

rex::Result mutable_closure(const rex::Once&) {
  auto next = [count = 0]() mutable { return ++count; };
  rex::i64 sum = 0;
  for (int i = 0; i < 5; ++i) sum += next();
  return sum;
}
