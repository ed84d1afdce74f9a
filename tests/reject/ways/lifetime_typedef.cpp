// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Numbers = rex::Span<rex::u32>;

struct Holder {
  Numbers numbers;  // expect: view-member
};

rex::Result program(const rex::Once&) {

  return 0;
}
