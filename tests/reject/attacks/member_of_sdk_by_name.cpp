// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::Mac m{};
  return m.bytes.elements_[9];  // expect: c-array
}
