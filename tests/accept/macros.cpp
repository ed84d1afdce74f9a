// SPDX-License-Identifier: GPL-2.0-only
// Macros of its own.
// expect: value 49
#include <rex/rex.hpp>

#define SQUARE(x) ((x) * (x))
#define SUM_OF(name, ...) \
  static rex::u32 name() { return rex::sum(rex::Array{__VA_ARGS__}, 0u); }

SUM_OF(seven, 1u, 2u, 4u)

rex::Result macros(const rex::Once&) { return SQUARE(seven()); }
