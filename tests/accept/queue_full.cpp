// SPDX-License-Identifier: GPL-2.0-only
// A full queue says so.
// expect: value 4
#include <rex/rex.hpp>

rex::Queue<rex::u64, 4> numbers;

rex::Result queue_full(const rex::Once&) {
  rex::i64 accepted = 0;
  for (rex::u64 i = 0; i < 10; ++i) {
    const rex::Status status = numbers.push(i);
    if (status.error() == rex::Error::full) break;
    ++accepted;
  }
  return accepted;
}
