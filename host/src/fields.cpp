// SPDX-License-Identifier: GPL-2.0-only
// The offsets of the fields of kernel structures, as the loader gives them to a module: absolute
// symbols, here of the host's own structures of the same names.
#include <rex/abi.h>

#include <cstddef>
#include <rex/testing/tasks.hpp>

namespace rex::testing {

namespace {

/// A field that the host does not have: nothing is there, so that a program that reads it is ended
/// by a fault, and all others run.
constexpr unsigned long kNowhere = 0x7f000000;

/// Of a type, a pointer's and an array's too.
template <class T>
constexpr std::size_t kSizeOf = sizeof(T);

/// Stands for a structure that the host does not have.
struct Absent {};

}  // namespace

// The structures that the host has.
#define REX_HOST_task_struct ~, task_struct
#define REX_HOST_cred ~, cred

#define REX_SECOND(first, second, ...) second
#define REX_STRUCTURE(...) REX_SECOND(__VA_ARGS__, Absent)

#define REX_ABI_FIELD(structure, field, type)                                               \
  asm(".globl rex_field_" #structure "__" #field "\n.set rex_field_" #structure "__" #field \
      ", %c0" ::"i"([]<class Structure>() consteval {                                       \
        if constexpr (requires(Structure object) { object.field; }) {                       \
          static_assert(kSizeOf<decltype(Structure::field)> == kSizeOf<type>);              \
          return offsetof(Structure, field);                                                \
        } else {                                                                            \
          return kNowhere;                                                                  \
        }                                                                                   \
      }.template operator()<REX_STRUCTURE(REX_HOST_##structure)>()));

// Never called: it is here for the symbols that its assembly defines.  "%c0" is the constant
// without the mark of an immediate.
[[gnu::used, gnu::noinline]] static void define_fields() {
#include <rex/functions.h>
}

}  // namespace rex::testing
