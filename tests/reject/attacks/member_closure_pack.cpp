// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class F, class G>
struct Both { F f; G g; };  // expect: view-member

rex::Result program(const rex::Once&) {
  int x = 1;
  Both b{[&x] { return x; }, [] { return 2; }};
  return b.f() + b.g();
}
