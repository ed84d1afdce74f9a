// SPDX-License-Identifier: GPL-2.0-only
// A class inside of a function.
// expect: value 11
#include <rex/rex.hpp>

rex::Result local_class(const rex::Once&) {
  struct Total {
    rex::u32 value = 0;
    void operator()(rex::u32 more) { value += more; }
  };
  Total total{};
  rex::for_each(rex::Array<rex::u32, 3>{2, 4, 5}, total);
  return total.value;
}
