// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
struct State {
  rex::u32 small = 0;
};
rex::Result start(const rex::Once&) {
  State state{};
  fill(state);
  return rex::ok;
}
