// SPDX-License-Identifier: GPL-2.0-only
// Only the SDK says which objects of the kernel are live.
#include <rex/rex.hpp>

rex::Result program(const rex::Once&) {
  rex::detail::LiveObject<"task_struct"> object{1};  // expect: compiler
  return object.field<rex::i32, "prio">();
}
