// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
rex::Result start(const rex::Once&) {
  Pair pair{};
  fill(pair);
  return rex::ok;
}
