// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#ifdef WIDE
constexpr rex::usize kCount = 64;
#else
constexpr rex::usize kCount = 4;
#endif
struct Table {
  rex::Array<rex::u32, kCount> cells{};
};
void fill(Table& table);
