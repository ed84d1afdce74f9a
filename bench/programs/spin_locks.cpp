// SPDX-License-Identifier: GPL-2.0-only
// A lock of a map's value that nobody else wants, taken and given back.
#include <rex/rex.hpp>

struct Pair {
  rex::u64 first;
  rex::u64 second;
};

rex::ArrayMap<rex::SpinLocked<Pair>, 4> pairs;
rex::ArrayMap<Pair, 4> plain;

// 64 times an element is found and changed; with its lock, and without.
rex::TcAction lock_pairs(const rex::Tc&) {
  for (rex::u32 i = 0; i < 64; ++i)
    if (auto locked = pairs.lock(i % 4)) locked->set({i, i});
  return rex::TcAction::ok;
}
rex::TcAction lock_base(const rex::Tc&) {
  for (rex::u32 i = 0; i < 64; ++i)
    if (!plain.set(i % 4, {i, i})) return rex::TcAction::shot;
  return rex::TcAction::ok;
}
