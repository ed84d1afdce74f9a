// SPDX-License-Identifier: GPL-2.0-only
// Default arguments that are temporaries.
// expect: value 16
#include <rex/rex.hpp>

struct Options {
  rex::u32 scale = 2;
};

static rex::u32 scaled(rex::u32 value, const Options& options = {}, const rex::u32& offset = 3) {
  return value * options.scale + offset;
}

rex::Result defaulted_arguments(const rex::Once&) { return scaled(5) + scaled(1, {.scale = 0}); }
