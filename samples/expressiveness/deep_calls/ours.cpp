// SPDX-License-Identifier: GPL-2.0-only
// Calls 12 deep.
#include <rex/rex.hpp>

rex::ArrayMap<rex::u64, 1> seed;

template <rex::u32 Depth>
static rex::u64 level(rex::u64 x) {
  if constexpr (Depth == 0)
    return x;
  else
    return level<Depth - 1>(x * Depth + 1) ^ Depth;
}

rex::Result deep_calls(const rex::Once&) {
  return static_cast<rex::i64>(level<12>(*seed.get(0)) & 0x7fffffff);
}
