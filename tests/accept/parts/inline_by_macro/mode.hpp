// SPDX-License-Identifier: GPL-2.0-only
#pragma once
// Each file has its own copy of an inline function: a macro may change it, as with assert().
inline rex::i64 mode() {
#ifdef DEBUG
  return 10;
#else
  return 1;
#endif
}
inline constexpr rex::i64 kScale =
#ifdef DEBUG
    1000;
#else
    100;
#endif
rex::i64 other_mode();
rex::i64 other_scale();
