// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Undefined symbols of an extension that are questions to the kernel's BTF.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rex/error.hpp"

namespace rex::internal {

inline constexpr std::string_view kKernelSymbolPrefix = "rex_kernel:";

/// As what a field is read.
struct FieldType {
  enum class Kind { kInteger, kBool, kPointer, kStruct };
  Kind kind = Kind::kInteger;
  std::uint32_t size = 0;  ///< bytes, of an integer
  bool is_signed = false;
  bool is_text = false;        ///< char[count]
  bool is_array = false;       ///< of integers; count 0: any number of them
  std::uint32_t count = 1;     ///< elements
  std::string structure = {};  ///< of a pointer or a struct

  /// As a program writes it: "rex::u32", "rex::Text<16>".
  std::string name() const;
  std::uint64_t bytes() const;
};

/// A question: rex_kernel:<kind>[:<type>[?]]:<names joined by colons>.
struct KernelSymbol {
  enum class Kind {
    kOffset,         ///< bytes from the structure's start to a field
    kUnit,           ///< the same to the unit that a bit-field is stored in
    kLeft,           ///< how far to shift the unit, in 64 bits, to drop what is above the bit-field
    kRight,          ///< and then back, to drop what is below
    kCount,          ///< elements of an array
    kExists,         ///< whether there is such a field
    kStruct,         ///< whether there is such a structure
    kFunction,       ///< whether there is such a function
    kTracepoint,     ///< whether there is such a tracepoint
    kHasEnumerator,  ///< whether an enumeration has a name
    kEnumerator,     ///< its value
    kSize,           ///< bytes of a structure
  };
  Kind kind = Kind::kOffset;
  FieldType type;
  bool optional = false;            ///< the answer is 0 where there is no such field
  std::string subject;              ///< structure, function, tracepoint, enumeration
  std::vector<std::string> fields;  ///< names of one field, or of an enumerator

  /// Errors: kDamagedObject, saying what is wrong with the name.
  static Result<KernelSymbol> parse(std::string_view symbol);

  /// Whether a symbol's name says that it is one.
  static bool is_one(std::string_view symbol) { return symbol.starts_with(kKernelSymbolPrefix); }
};

}  // namespace rex::internal
