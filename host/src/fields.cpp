// SPDX-License-Identifier: GPL-2.0-only
// The offsets of the fields of kernel structures, as the loader gives them to a module: absolute
// symbols, here of the host's own structures of the same names.
#include <rex/abi.h>

#include <cstddef>
#include <rex/testing/tasks.hpp>

// The structures that the host has.  A field of another one gets an offset that leads nowhere, so
// that only the programs that use it are ended, by a fault.
#define REX_HOST_HAS_task_struct ~, 1

#define REX_SECOND(first, second, ...) second
#define REX_HAS(...) REX_SECOND(__VA_ARGS__, 0)
#define REX_FIELD(has, ...) REX_FIELD_AGAIN(has, __VA_ARGS__)
#define REX_FIELD_AGAIN(has, ...) REX_FIELD_##has(__VA_ARGS__)

// "%c0" is the constant without the mark of an immediate.
#define REX_FIELD_1(structure, field, type)                                                 \
  static_assert(sizeof(structure::field) == sizeof(type), #structure "." #field);           \
  asm(".globl rex_field_" #structure "__" #field "\n.set rex_field_" #structure "__" #field \
      ", %c0" ::"i"(offsetof(structure, field)));
#define REX_FIELD_0(structure, field, type)                                                 \
  asm(".globl rex_field_" #structure "__" #field "\n.set rex_field_" #structure "__" #field \
      ", 0x7f000000");

namespace rex::testing {

// Never called: it is here for the symbols that its assembly defines.
#define REX_ABI_FIELD(structure, field, type) \
  REX_FIELD(REX_HAS(REX_HOST_HAS_##structure), structure, field, type)
[[gnu::used, gnu::noinline]] static void define_fields() {
#include <rex/functions.h>
}

}  // namespace rex::testing
