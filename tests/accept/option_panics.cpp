// SPDX-License-Identifier: GPL-2.0-only
// An empty option.
// expect: panic 2 0 0
#include <rex/rex.hpp>

rex::Result option_panics(const rex::Once&) {
  rex::Option<rex::u32> nothing{};
  return *nothing;
}
