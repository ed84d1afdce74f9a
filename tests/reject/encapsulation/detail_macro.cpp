// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

#define D rex::detail

rex::Result program(const rex::Once&) {
  return D::map_type_queue;  // expect: sdk-internal
}
