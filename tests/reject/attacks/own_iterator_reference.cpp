// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct I {
  int x = 0;
  int& operator*() { return x; }
  I& operator++() { ++x; return *this; }
  bool operator!=(const I& o) const { return x != o.x; }
};
struct R {
  I begin() const { return {}; }
  I end() const { return {3}; }
};

rex::Result program(const rex::Once&) {
  int n = 0;
  for (int& x : R{}) n += x;
  int& kept = *R{}.begin();  // expect: view-temporary
  return n + kept;
}
