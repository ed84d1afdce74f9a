// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct Box {
  T x;
};

rex::Result program(const rex::Once&) {
  Box<int> b;  // expect: init
  return 0;
}
