// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Fields of kernel structures, found by BTF when the extension is loaded.
#pragma once

#include <rex/text.hpp>
#include <rex/types.hpp>

namespace rex::detail {

/// Reads a field of a kernel object that is known to be live.
/// @param object  the structure's address
/// @param field   the contract's symbol for the field, whose *address* is the byte offset
template <class T, class Object>
[[gnu::always_inline]] inline T read_field(const Object* object, const char& field) {
  // SAFETY: the loader has checked by BTF that the structure has this field with the size of T,
  // and fixed the symbol to its offset.  The load is relaxed-atomic: the kernel writes the field
  // at any time, and a torn value must not be seen.
  const char* base = reinterpret_cast<const char*>(object);
  const usize offset = reinterpret_cast<usize>(&field);
  return __atomic_load_n(reinterpret_cast<const T*>(base + offset), __ATOMIC_RELAXED);
}

/// Reads a field that is a name, as the kernel's own code does: it is always ended by a NUL.
template <usize Size, class Object>
[[gnu::always_inline]] inline Text<Size> read_text_field(const Object* object, const char& field) {
  // SAFETY: as above; the loader has checked the size of the array.
  const char* name = reinterpret_cast<const char*>(object) + reinterpret_cast<usize>(&field);
  Text<Size> text;
  for (usize i = 0; i < Size; ++i) {
    const char character = __atomic_load_n(name + i, __ATOMIC_RELAXED);
    if (character == 0 || !text.append(character)) break;
  }
  return text;
}

}  // namespace rex::detail
