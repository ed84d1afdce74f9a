// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
rex::Result start(const rex::Once&) {
  Table table{};
  fill(table);
  return rex::ok;
}
