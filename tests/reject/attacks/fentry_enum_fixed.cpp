// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : rex::u8 { a };
rex::Result entry(const rex::Fentry<"f", E>& c) { return rex::to_underlying(c.argument<0>()); }  // expect: compiler

rex::Result program(const rex::Once&) {
  return 0;
}
