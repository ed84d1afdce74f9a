// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
struct State {
  rex::Array<rex::u64, 32> large{};
};
void fill(State& state) { state.large[31] = 1; }
