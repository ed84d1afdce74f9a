// SPDX-License-Identifier: GPL-2.0-only
// says: write a loop with break
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  goto end;  // expect: goto
end:  // expect: construct
  return 0;
}
