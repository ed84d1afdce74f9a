// SPDX-License-Identifier: GPL-2.0-only
// Symbols, sections, and what makes the object a module.
#include <rex/rex.hpp>

// CHECK-DAG: @rex_t__events = {{(dso_local )?}}global
rex::RingBuf<4096> events;

// CHECK-DAG: @rex_t__a = {{(dso_local )?}}global
rex::Queue<rex::i32, 8> a;  // also how signed char is mangled

namespace {
// CHECK-DAG: @rex_t__hidden = {{(dso_local )?}}global
rex::Queue<rex::i32, 8> hidden;
struct Entry {
  rex::u64 number;
};
}  // namespace

// Clang makes it internal, because of its type; nothing in the program writes it.
// CHECK-DAG: @rex_t__entries = {{(dso_local )?(local_unnamed_addr )?}}global
rex::ArrayMap<Entry, 8> entries;

// CHECK-DAG: define{{.*}} @rex_t__program({{.*}} section ".kprobes.text"
rex::Result program(const rex::Once&) {
  hidden.push(1);
  a.push(1);
  events.output(rex::u64{1});
  return static_cast<rex::i64>(entries.get(3)->number);
}

// CHECK-DAG: define{{.*}} i32 @init_module()
// CHECK-DAG: call i32 @rex_extension_init(ptr @rex_extension)
// CHECK-DAG: define{{.*}} void @cleanup_module()
// CHECK-DAG: call void @rex_extension_exit(ptr @rex_extension)
// No debug information is left.
// CHECK-NOT: DICompileUnit
