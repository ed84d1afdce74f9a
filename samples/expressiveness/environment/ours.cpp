// SPDX-License-Identifier: GPL-2.0-only
// Find a variable in an environment: texts one after the other, an empty one last.
// As in https://github.com/iovisor/bcc/issues/3725
#include <rex/rex.hpp>

rex::ArrayMap<rex::u8, 4096> text;

static bool starts_with_histsize(rex::u32 at) {
  const rex::Text<9> wanted{"HISTSIZE="};
  for (rex::u32 i = 0; i < 9; ++i)
    if (*text.get(at + i) != static_cast<rex::u8>(wanted[i])) return false;
  return true;
}

rex::Result environment(const rex::Once&) {
  rex::u32 at = 0;
  while (*text.get(at) != 0 && !starts_with_histsize(at)) {
    while (*text.get(at) != 0) ++at;
    ++at;
  }
  rex::i64 value = 0;
  if (*text.get(at) == 0) return -1;
  for (at += 9; *text.get(at) != 0; ++at) value = value * 10 + (*text.get(at) - '0');
  return value;
}
