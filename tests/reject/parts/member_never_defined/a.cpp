// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
rex::Result start(const rex::Once&) {
  Counter counter{};
  counter.add(1);
  return rex::ok;
}
