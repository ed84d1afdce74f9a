// SPDX-License-Identifier: GPL-2.0-only
#pragma once
struct Pair {
#ifdef WIDE
  rex::u64 first = 0;
#else
  rex::u32 first = 0;
#endif
  rex::u64 second = 0;
};
void fill(Pair& pair);
