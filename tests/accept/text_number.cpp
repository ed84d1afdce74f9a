// SPDX-License-Identifier: GPL-2.0-only
// A number as text.
// expect: value 1
#include <rex/rex.hpp>

static rex::Text<20> decimal(rex::u64 number) {
  rex::Array<char, 20> digits{};
  rex::usize count = 0;
  do {
    digits[count++] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  rex::Text<20> text{};
  while (count > 0) text.append(digits[--count]);
  return text;
}

rex::Result text_number(const rex::Once&) {
  return decimal(18446744073709551615ull) == rex::Text{"18446744073709551615"} ? 1 : 0;
}
