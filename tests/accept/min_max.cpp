// SPDX-License-Identifier: GPL-2.0-only
// Copies, so that nothing dangles.
// expect: value 12
#include <rex/rex.hpp>

rex::Result min_max(const rex::Once&) {
  const auto smaller = rex::min(rex::max(3, 4), 8);
  return smaller + rex::clamp(100, 0, 8);
}
