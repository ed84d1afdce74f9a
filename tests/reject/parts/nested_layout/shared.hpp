// SPDX-License-Identifier: GPL-2.0-only
#pragma once
struct Inner {
  rex::u32 value = 0;
#ifdef WIDE
  rex::Array<rex::u32, 16> more{};
#endif
};
template <class T>
struct Box {
  T content{};
};
using Outer = rex::Option<Box<Inner>>;
void fill(Outer& outer);
