// SPDX-License-Identifier: GPL-2.0-only
#pragma once
template <class T>
T twice(T value) {
  return value * 2;
}
extern template rex::u32 twice(rex::u32);
