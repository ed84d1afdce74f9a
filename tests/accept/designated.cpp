// SPDX-License-Identifier: GPL-2.0-only
// Members by name.
// expect: value 80
#include <rex/rex.hpp>

struct Options {
  rex::u16 port = 80;
  bool secure = false;
  rex::u8 retries = 3;
};

static rex::u32 describe(const Options& options) {
  return options.secure ? 443 : options.port * (options.retries == 5 ? 1 : 2);
}

rex::Result designated(const rex::Once&) { return describe({.retries = 5}); }
