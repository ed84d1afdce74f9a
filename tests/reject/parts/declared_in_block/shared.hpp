// SPDX-License-Identifier: GPL-2.0-only
#pragma once
inline rex::u32 ask() {
  rex::u32 answer(rex::u32 seed);
  return answer(3);
}
