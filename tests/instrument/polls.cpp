// SPDX-License-Identifier: GPL-2.0-only
// Polls stand where the cost between two of them could grow without bound, and nowhere else.
#include <rex/rex.hpp>

// CHECK-LABEL: define{{.*}} @rex_t__straight(
// CHECK-NOT: rex_fuel
// CHECK: ret
rex::Result straight(const rex::Kprobe<"f">& probe) {
  return static_cast<rex::i64>(probe.argument<0>() ^ probe.argument<1>());
}

// CHECK-LABEL: define{{.*}} @rex_t__loop(
// CHECK: load i64, ptr addrspace(256) @rex_fuel
// CHECK: call void @rex_poll(ptr @rex_site
// CHECK: ret
rex::Result loop(const rex::Kprobe<"f">& probe) {
  rex::u64 value = probe.argument<0>();
  while (value != 1) value = value % 2 ? 3 * value + 1 : value / 2;
  return rex::ok;
}

// A loop without an effect must not be deleted: it would fall through to whatever follows.
// CHECK-LABEL: define{{.*}} @rex_t__endless(
// CHECK: @rex_fuel
// CHECK: call void @rex_poll(ptr @rex_site
rex::Result endless(const rex::Once&) {
  while (true) {
  }
}

// Recursion: the optimiser makes a loop of one of the two calls; both the loop and the function's
// entry have a poll.  The program, which only dispatch calls, has none.
static rex::u64 tree(rex::u64 n) {
  return n < 2 ? n : tree(n - 1) + tree(n - 2);
}

// CHECK-LABEL: define{{.*}} @rex_t__recursion(
// CHECK-NOT: @rex_fuel
// CHECK: ret
// CHECK-LABEL: define{{.*}} @rex_t__tree(
// CHECK: @rex_fuel
// CHECK: @rex_fuel
// CHECK: ret
rex::Result recursion(const rex::Kprobe<"f">& probe) {
  return static_cast<rex::i64>(tree(probe.argument<0>()));
}
