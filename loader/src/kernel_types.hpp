// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What the running kernel's BTF knows.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rex/error.hpp"

struct btf;

namespace rex::internal {

/// An argument that the kernel passes to a function or a tracepoint.
struct KernelArgument {
  bool is_pointer = false;
  std::string structure;   ///< what it points to, where that is a structure
  std::uint32_t size = 0;  ///< bytes
  bool is_signed = false;
};

/// As a program declares it: "rex::Task", "rex::u32".
std::string describe(const KernelArgument& argument);
/// All of them, with commas.
std::string describe(const std::vector<KernelArgument>& arguments);

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

  /// What the kernel passes to a tracepoint: "sched_switch".
  /// Errors: kKernelUnsupported: no such tracepoint.
  Result<std::vector<KernelArgument>> tracepoint_arguments(std::string_view name) const;

  /// What a function takes.
  /// Errors: kKernelUnsupported: no such function, or an argument that is no register.
  Result<std::vector<KernelArgument>> function_arguments(std::string_view name) const;

  /// The BTF id of a variable.
  /// Errors: kKernelUnsupported.
  Result<std::uint32_t> variable_id(std::string_view name) const;

  /// The BTF id of a function.
  /// Errors: kKernelUnsupported.
  Result<std::uint32_t> function_id(std::string_view name) const;

  /// Whether an enumeration has a name: what the kernel's interface offers.
  bool has_enumerator(std::string_view enumeration, std::string_view name) const;

  /// libbpf's object, for types that build on these.
  btf* get() const { return types_.get(); }

 private:
  struct Deleter {
    void operator()(btf* types) const;
  };
  explicit KernelTypes(btf* types) : types_(types) {}
  Result<std::vector<KernelArgument>> arguments_of(std::string_view name, std::uint32_t prototype,
                                                   std::uint32_t skipped) const;

  std::unique_ptr<btf, Deleter> types_;
};

}  // namespace rex::internal
