// SPDX-License-Identifier: GPL-2.0-only
#pragma once
enum class Kind : rex::u8 {
#ifdef MORE
  extra,
#endif
  first,
  second,
};
Kind next(Kind kind);
