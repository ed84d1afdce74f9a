// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  if (int x = x + 1) return x;  // expect: self-init
  while (int y = y) return y;  // expect: self-init
  for (int z = z; z < 3; ++z) return z;  // expect: self-init
  switch (int w = w) { default: return w; }  // expect: self-init
}
