// SPDX-License-Identifier: GPL-2.0-only
// FNV-1a of "foobar": 0x85944171f73967e8, its low 32 bits.
// expect: value 4147734504
#include <rex/rex.hpp>

static rex::u64 hash(rex::Span<const char> text) {
  rex::u64 value = 0xcbf29ce484222325;
  for (char c : text) {
    value ^= static_cast<rex::u8>(c);
    value *= 0x100000001b3;
  }
  return value;
}

rex::Result fnv(const rex::Once&) {
  const rex::Array text{'f', 'o', 'o', 'b', 'a', 'r'};
  return rex::truncate<rex::u32>(hash(text));
}
