// SPDX-License-Identifier: GPL-2.0-only
// Functions that call others compare the stack pointer with the runtime's limit.
#include <rex/rex.hpp>

static rex::u64 tree(rex::u64 n) {
  return n < 2 ? n : tree(n - 1) + tree(n - 2);
}

// A program is checked by the runtime before it starts.
// CHECK-LABEL: define{{.*}} @rex_t__recursion(
// CHECK-NOT: rex_stack_limit
// CHECK: ret

// CHECK-LABEL: define{{.*}} @rex_t__tree(
// CHECK: call i64 @llvm.read_register.i64
// CHECK: load i64, ptr addrspace(256) @rex_stack_limit
// CHECK: icmp ult
// CHECK: call void @rex_panic(
// CHECK: ret
rex::Result recursion(const rex::Kprobe<"f">& probe) {
  return static_cast<rex::i64>(tree(probe.argument<0>()));
}
