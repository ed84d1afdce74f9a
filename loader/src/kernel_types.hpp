// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What the running kernel's BTF knows.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "rex/error.hpp"

struct btf;

namespace rex::internal {

class KernelTypes {
 public:
  /// The running kernel's.
  /// Errors: kKernelUnsupported (no BTF), kNotPermitted.
  static Result<KernelTypes> load();

  /// Those of a file: raw BTF, or an ELF file with a section .BTF.
  static Result<KernelTypes> load_file(const std::string& path);

  /// The byte offset of a structure's field, also of one inside an anonymous member.  A
  /// `size` other than 0 is the size in bytes that the field must have.
  /// Errors: kKernelUnsupported: no such structure, no such field, another size, a bit-field.
  Result<std::uint32_t> field_offset(std::string_view structure, std::string_view field,
                                     std::uint32_t size) const;

  /// The BTF id of a variable.
  /// Errors: kKernelUnsupported.
  Result<std::uint32_t> variable_id(std::string_view name) const;

 private:
  struct Deleter {
    void operator()(btf* types) const;
  };
  explicit KernelTypes(btf* types) : types_(types) {}

  std::unique_ptr<btf, Deleter> types_;
};

}  // namespace rex::internal
