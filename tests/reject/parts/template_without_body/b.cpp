// SPDX-License-Identifier: GPL-2.0-only
#include "shared.hpp"
template <class T>
T answer(T seed) {
  return seed;
}
rex::Result other(const rex::Once&) { return answer(1U) == 1 ? 1 : 0; }
