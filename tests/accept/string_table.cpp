// SPDX-License-Identifier: GPL-2.0-only
// A table of texts.
// expect: value 5
#include <rex/rex.hpp>

static constexpr rex::Array<rex::Text<8>, 3> names{rex::Text<8>{"one"}, rex::Text<8>{"three"},
                                                   rex::Text<8>{"two"}};

rex::Result string_table(const rex::Once&) {
  const auto at = rex::find(names, rex::Text<8>{"three"});
  return at ? names[*at].size() : 0;
}
