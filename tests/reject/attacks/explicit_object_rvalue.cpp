// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct S {
  int x = 3;
  template <class Self>
  auto&& get(this Self&& self) { return self.x; }
};

rex::Result program(const rex::Once&) {
  auto&& r = S{}.get();  // expect: view-temporary
  return r;
}
