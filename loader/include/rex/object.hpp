// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// A portable object: the .rex file that `rex build` writes.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rex/error.hpp"
#include "rex/manifest.hpp"

namespace rex {

namespace internal {
struct ElfFile;
}

/// A portable object that was verified: it is whole, it is of this ABI version, it leaves
/// undefined only what the contract (rex/functions.h) lists, and it defines only what its
/// manifest lists.  Immutable; safe to use from several threads.
class Object {
 public:
  /// Reads and verifies a file.
  /// Errors: kIo, kDamagedObject, kAbiMismatch.
  static Result<Object> open(const std::filesystem::path& path);

  /// The same from memory.  `place` names the object in errors.
  static Result<Object> parse(std::vector<std::byte> image, std::string place);

  /// Makes a portable object of what the compiler wrote: adds the manifest (JSON), verifies the
  /// result, and only then writes it to `output`, an empty file open for reading and writing.
  /// `place` names the object in errors.
  static Result<Object> create(const std::filesystem::path& relocatable, std::string_view manifest,
                               std::string place, int output);

  const Manifest& manifest() const { return manifest_; }
  /// The file it came from, as errors name it.
  const std::string& place() const { return place_; }
  const internal::ElfFile& elf() const { return *elf_; }

 private:
  Object(std::shared_ptr<const internal::ElfFile> elf, Manifest manifest, std::string place);
  static Result<Object> verified(internal::ElfFile elf, std::string place);

  std::shared_ptr<const internal::ElfFile> elf_;
  Manifest manifest_;
  std::string place_;
};

}  // namespace rex
