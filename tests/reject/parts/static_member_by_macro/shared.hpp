// SPDX-License-Identifier: GPL-2.0-only
#pragma once
struct Counter {
  rex::u32 value = 0;
#ifdef ALONE
  static rex::u32 add(rex::u32 amount);
#else
  rex::u32 add(rex::u32 amount);
#endif
};
