// SPDX-License-Identifier: GPL-2.0-only
// A made-up kernel: types, and the runtime's module for it.
#pragma once

#include <filesystem>
#include <string>

#include "elf_file.hpp"
#include "kernel_types.hpp"
#include "runtime_template.hpp"

namespace rex::test {

/// A file that is removed with it.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::vector<std::byte>& content);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// struct task_struct {
///   u32 pid;
///   struct { union { u64 utime; u32 low; }; };   // at 8
///   u32 flag : 1;                                // at 16
/// };
/// and the variable bpf_prog_active.
internal::KernelTypes sample_types();

inline constexpr std::uint64_t kModuleSize = 512;
inline constexpr std::uint64_t kNameOffset = 24;
inline constexpr std::uint64_t kInitOffset = 96;
inline constexpr std::uint64_t kExitOffset = 480;

/// A rex.ko that exports the runtime's functions and imports the kernel's.
internal::ElfFile sample_runtime();

/// What is read of it.
internal::RuntimeTemplate sample_template();

}  // namespace rex::test
