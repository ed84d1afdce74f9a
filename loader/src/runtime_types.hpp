// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What BPF programs see of the runtime: its BTF.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "file_descriptor.hpp"
#include "kernel_types.hpp"
#include "rex/error.hpp"

namespace rex::internal {

class RuntimeTypes {
 public:
  /// Those of the rex.ko in the kernel.  `types` outlives them.
  /// Errors: kKernelUnsupported (it has none), kNotPermitted.
  static Result<RuntimeTypes> load(const KernelTypes& types);

  /// A descriptor of the BTF object, by which BPF programs refer to it.
  int fd() const { return fd_.get(); }

  /// Errors: kKernelUnsupported.
  Result<std::uint32_t> function_id(std::string_view name) const;

 private:
  struct Deleter {
    void operator()(btf* types) const;
  };
  RuntimeTypes(FileDescriptor fd, btf* types) : fd_(std::move(fd)), types_(types) {}

  FileDescriptor fd_;
  std::unique_ptr<btf, Deleter> types_;
};

/// An array map with one element that holds a runtime link, and lets it go when the map is freed:
/// see struct rex_stub_create.  Not open where the kernel has no such maps.
FileDescriptor create_stub_map(const KernelTypes& types);

}  // namespace rex::internal
