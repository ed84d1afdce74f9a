// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> events;

constexpr rex::Option<rex::Record<rex::u64>>&& kept = rex::Option<rex::Record<rex::u64>>{};  // expect: compiler

rex::Result program(const rex::Once&) {
  if (auto record = events.reserve<rex::u64>()) kept = rex::move(*record);
  return 0;
}
