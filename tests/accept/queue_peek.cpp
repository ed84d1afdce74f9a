// SPDX-License-Identifier: GPL-2.0-only
// Looking without taking.
// expect: value 77
#include <rex/rex.hpp>

rex::Queue<rex::i32, 2> values;

rex::Result queue_peek(const rex::Once&) {
  if (values.peek().error() != rex::Error::empty) return -1;
  values.push(7);
  const auto first = values.peek();
  const auto second = values.pop();
  return *first * 10 + *second;
}
