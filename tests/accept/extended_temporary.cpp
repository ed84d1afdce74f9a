// SPDX-License-Identifier: GPL-2.0-only
// A temporary that a reference keeps.
// expect: value 3
#include <rex/rex.hpp>

struct Pair {
  rex::u32 first = 1;
  rex::u32 second = 2;
};

rex::Result extended_temporary(const rex::Once&) {
  const Pair& pair = Pair{};
  const rex::u32& second = Pair{}.second;
  return pair.first + second;
}
