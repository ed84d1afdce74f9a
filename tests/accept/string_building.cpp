// SPDX-License-Identifier: GPL-2.0-only
// Text in a fixed place.
// expect: value 13
#include <rex/rex.hpp>

static rex::Text<32> greeting(const rex::Text<16>& name) {
  rex::Text<32> text{"hello, "};
  text.append(name);
  text.append('!');
  return text;
}

rex::Result string_building(const rex::Once&) {
  const auto text = greeting(rex::Text<16>{"world"});
  if (!text.starts_with(rex::Text{"hello"})) return -1;
  return text.size();
}
