// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What the installed rex.ko tells about modules of this kernel.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "elf_file.hpp"
#include "rex/error.hpp"

namespace rex::internal {

/// A module that was built for the running kernel shows everything that another one needs:
/// how large struct module is and where its members are, the version magic, and the
/// checksums of the kernel's and the runtime's symbols.  So no kernel headers are needed.
struct RuntimeTemplate {
  std::string path;     // of rex.ko, for errors
  std::string release;  // of the kernel it was built for: first word of the version magic
  std::string version_magic;
  bool retpoline = false;

  // struct module, bytes
  std::uint64_t module_size = 0;
  std::uint64_t module_alignment = 0;
  std::uint64_t name_offset = 0;
  std::uint64_t init_offset = 0;
  std::uint64_t exit_offset = 0;

  /// Absent where the kernel was built without CONFIG_MODVERSIONS.
  bool has_checksums = false;
  /// What rex.ko exports, and what it imports; by name.
  std::map<std::string, std::uint32_t, std::less<>> exports;
  std::map<std::string, std::uint32_t, std::less<>> imports;

  /// Errors: kRuntimeMissing (a damaged rex.ko), kIo.
  static Result<RuntimeTemplate> read(const std::filesystem::path& path);

  /// That of the running kernel: $REX_RUNTIME, or below /lib/modules.
  /// Errors: kRuntimeMissing (not installed, or of another kernel).
  static Result<RuntimeTemplate> of_running_kernel();
};

}  // namespace rex::internal
