// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class D>
struct Base {
  int get() { return static_cast<D&>(*this).x; }  // expect: cast
};
struct Own : Base<Own> { int x = 1; };

rex::Result program(const rex::Once&) {
  Own o{};
  return o.get();
}
