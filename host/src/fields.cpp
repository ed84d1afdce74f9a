// SPDX-License-Identifier: GPL-2.0-only
// The offsets of the fields of kernel structures, as the loader gives them to a module: absolute
// symbols, here of the host's own structures of the same names.
#include <rex/testing/tasks.hpp>

#include <cstddef>

#include <rex/abi.h>

namespace rex::testing {

// Never called: it is here for the symbols that its assembly defines.  "%c0" is the constant
// without the mark of an immediate.
#define REX_ABI_FIELD(structure, field, type)                                     \
  static_assert(sizeof(structure::field) == sizeof(type), #structure "." #field); \
  asm(".globl rex_field_" #structure "__" #field                                  \
      "\n"                                                                        \
      ".set rex_field_" #structure "__" #field ", %c0" ::"i"(offsetof(structure, field)));
[[gnu::used, gnu::noinline]] static void define_fields() {
#include <rex/functions.h>
}

}  // namespace rex::testing
