// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  return rex::detail::map_type_queue;  // expect: sdk-internal
}
