// SPDX-License-Identifier: GPL-2.0-only
// Words of a line, and numbers in it.
// expect: value 4095
#include <rex/rex.hpp>

static rex::Result check(rex::Span<const rex::u8> line) {
  rex::i64 holds = 0;
  const auto expect = [&](rex::u32 bit, bool is) { holds += is ? 1 << bit : 0; };
  expect(0, rex::count_words(line) == 5);
  expect(1, rex::is_one_of<"get", "set">(rex::word(line, 0)));
  expect(2, !rex::is_one_of<"se", "sett", "">(rex::word(line, 0)));
  expect(3, rex::parse<rex::i32>(rex::word(line, 1)).value_or(0) == -128);
  expect(4, !rex::parse<rex::u32>(rex::word(line, 1)));
  expect(5, rex::parse<rex::i8>(rex::word(line, 1)).value_or(0) == -128);
  expect(6, rex::parse<rex::u16>(rex::word(line, 2)).value_or(0) == 65535);
  expect(7, !rex::parse<rex::i16>(rex::word(line, 2)));
  expect(8, !rex::parse<rex::u16>(rex::word(line, 3)));  // 65536
  expect(9, !rex::parse<rex::u64>(rex::word(line, 4)));  // "-"
  expect(10, rex::word(line, 5).empty() && !rex::parse<rex::u32>(rex::word(line, 5)));
  expect(11, rex::count_words(line.first(0)) == 0 && rex::word(line.first(0), 0).empty());
  return holds;
}

rex::Result words(const rex::Once&) {
  const rex::Array<rex::u8, 28> line{' ', 's', 'e', 't', ' ', ' ', '-', '1', '2', '8',
                                     ' ', '6', '5', '5', '3', '5', ' ', '6', '5', '5',
                                     '3', '6', ' ', '-', ' ', ' ', ' ', ' '};
  return check(line);
}
