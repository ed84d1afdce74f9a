// SPDX-License-Identifier: GPL-2.0-only
// Parameter packs and folds.
// expect: value 1111
#include <rex/rex.hpp>

template <class... Numbers>
static rex::i64 total(Numbers... numbers) {
  return (rex::i64{0} + ... + numbers);
}

template <class... Numbers>
static rex::usize count(const Numbers&...) {
  return sizeof...(Numbers);
}

rex::Result variadic(const rex::Once&) {
  return total(1, rex::u8{10}, 100ll, rex::i16{1000}) * (count(1, 2) - 1);
}
