// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct Shape {
  virtual int area() const { return 0; }  // expect: virtual
};

rex::Result program(const rex::Once&) { return 0; }
