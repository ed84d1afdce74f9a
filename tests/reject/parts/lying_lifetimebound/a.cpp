// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
rex::Result start(const rex::Once&) {
  const rex::u32 one = 1;
  const rex::u32& result = larger(one, 2U);
  return result == 2 ? 1 : 0;
}
