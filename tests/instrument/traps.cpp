// SPDX-License-Identifier: GPL-2.0-only
// A failed check knows its place in this file, the reason, and the values.
// A site is {file, message, line, column, kind, bits}: struct rex_site in abi/rex/abi.h, kinds of
// enum rex_panic_kind, bits negative where the operands are signed.
#include <rex/rex.hpp>

// CHECK-DAG: @[[FILE:rex_file]] = private {{.*}}traps.cpp\00"

rex::Queue<rex::i32, 4> queue;

rex::Result addition(const rex::Kprobe<"f">& probe) {
  const auto a = static_cast<rex::i32>(probe.argument<0>());
  // CHECK-DAG: @[[ADD:rex_site[.0-9]*]] = {{.*}} { ptr @[[FILE]], ptr @{{.*}}, i32 [[#@LINE+2]], i32 12, i32 5, i32 -32 }
  // CHECK-DAG: call void @rex_panic(ptr @[[ADD]], i64 %{{.*}}, i64 7)
  return a + 7;
}

rex::Result division(const rex::Kprobe<"f">& probe) {
  const auto a = static_cast<rex::i32>(probe.argument<0>());
  const auto b = static_cast<rex::i32>(probe.argument<1>());
  // CHECK-DAG: @[[DIV:rex_site[.0-9]*]] = {{.*}} { ptr @[[FILE]], ptr null, i32 [[#@LINE+2]], i32 12, i32 6, i32 -32 }
  // CHECK-DAG: call void @rex_panic(ptr @[[DIV]], i64 %{{.*}}, i64 %{{.*}})
  return a / b;
}

// The check is inside the SDK, and the fault is of the line that called it.
rex::Result empty(const rex::Once&) {
  // CHECK-DAG: @[[EMPTY:rex_site[.0-9]*]] = {{.*}} { ptr @[[FILE]], ptr null, i32 [[#@LINE+2]], i32 10, i32 2, i32 0 }
  // CHECK-DAG: call void @rex_panic(ptr @[[EMPTY]], i64 0, i64 0)
  return *queue.pop();
}

rex::Result explicit_panic(const rex::Once&) {
  // CHECK-DAG: @[[WHY:[.a-z0-9]*]] = {{.*}}c"on purpose\00"
  // CHECK-DAG: @[[PANIC:rex_site[.0-9]*]] = {{.*}} { ptr @[[FILE]], ptr @[[WHY]], i32 [[#@LINE+2]], i32 3, i32 0, i32 0 }
  // CHECK-DAG: call void @rex_panic(ptr @[[PANIC]], i64 0, i64 0)
  rex::panic("on purpose");
}
