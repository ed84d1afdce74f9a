// SPDX-License-Identifier: GPL-2.0-only
// Overloaded functions and templates.
// expect: value 321
#include <rex/rex.hpp>

static rex::u32 rank(rex::u64) { return 1; }
static rex::u32 rank(bool) { return 20; }
template <class T, rex::usize N>
static rex::u32 rank(const rex::Array<T, N>&) {
  return 100 * N;
}

rex::Result overloads(const rex::Once&) {
  return rank(rex::u64{5}) + rank(true) + rank(rex::Array{1, 2, 3});
}
