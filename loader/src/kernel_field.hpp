// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Fields of the kernel's structures, in BTF.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "kernel_symbol.hpp"

struct btf;
struct btf_type;

namespace rex::internal {

struct Field {
  std::uint32_t bit_offset = 0;
  std::uint32_t bit_size = 0;  ///< 0 unless a bit-field
  std::uint32_t type = 0;      ///< BTF id
};

/// A struct or union by its name; null where there is none.
const btf_type* find_structure(const btf* types, std::string_view name);

/// A named field of a structure or union, looked for in its anonymous members too.
std::optional<Field> find_member(const btf* types, const btf_type* structure,
                                 std::string_view name);

/// The field behind a path: "se.avg.load_avg", "numa_faults_locality[1]".
/// Errors: what this kernel has not: "no field x in struct y".
std::expected<Field, std::string> find_field(const btf* types, std::string_view structure,
                                             std::string_view path);

/// A type as C writes it: "unsigned int", "struct mm_struct *", "char[16]".
std::string describe_type(const btf* types, std::uint32_t id);

/// Whether a field can be read as that type, by size, sign and what it points to.
bool fits_type(const btf* types, std::uint32_t id, const FieldType& wanted);

/// Elements of an array; nothing where the type is none.
std::optional<std::uint32_t> element_count(const btf* types, std::uint32_t id);

}  // namespace rex::internal
