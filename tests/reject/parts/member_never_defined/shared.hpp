// SPDX-License-Identifier: GPL-2.0-only
#pragma once
struct Counter {
  rex::u32 value = 0;
  void add(rex::u32 amount);
};
