// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
rex::Result start(const rex::Once&) {
  Outer outer{};
  fill(outer);
  return rex::ok;
}
