// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// A kernel module that this process loaded.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "elf_file.hpp"
#include "rex/error.hpp"

namespace rex::internal {

/// Unloads itself.
class KernelModule {
 public:
  /// Gives a linked module to the kernel.  A name that is in use is kBusy; try another.
  /// Errors: kModuleRefused, kNotPermitted, kBusy, with the kernel's messages as details.
  static Result<KernelModule> load(const ElfFile& elf, std::string name, std::string_view place);

  KernelModule(KernelModule&& other) noexcept : name_(std::exchange(other.name_, {})) {}
  KernelModule& operator=(KernelModule&&) = delete;
  ~KernelModule();

  const std::string& name() const { return name_; }

  /// Waits a moment for users to leave.
  /// Errors: kBusy.
  Result<void> unload();

  /// Leaves it in the kernel, for what still uses it there; a later load unloads it.
  void abandon() { name_.clear(); }

 private:
  explicit KernelModule(std::string name) : name_(std::move(name)) {}

  std::string name_;  // empty: unloaded or moved away
};

/// delete_module(): 0 or errno.  Never waits.
int delete_module(const std::string& name);

}  // namespace rex::internal
