// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return rex::detail::rex_queue_pop(nullptr, nullptr);  // expect: pointer
}
