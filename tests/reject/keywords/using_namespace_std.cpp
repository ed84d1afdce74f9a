// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using namespace std;  // expect: std-library

rex::Result program(const rex::Once&) {
  return 0;
}
