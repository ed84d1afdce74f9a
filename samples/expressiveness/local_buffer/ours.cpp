// SPDX-License-Identifier: GPL-2.0-only
// A local buffer of 1 KiB.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u8, 1024> text;

rex::Result local_buffer(const rex::Once&) {
  rex::Array<rex::u8, 1024> reversed{};
  rex::u32 length = 0;
  while (*text.get(length) != 0) ++length;
  for (rex::u32 i = 0; i < length; ++i) reversed[length - 1 - i] = *text.get(i);
  rex::i64 hash = 0;
  for (rex::u32 i = 0; i < length; ++i) hash = hash * 31 + reversed[i];
  return hash;
}
