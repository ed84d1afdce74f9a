// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct [[clang::annotate("rex::hook", "xdp")]] Own {};  // expect: attribute

rex::Result q(const Own&) { return 0; }  // expect: linkage

rex::Result program(const rex::Once&) {
  return 0;
}
