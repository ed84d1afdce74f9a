// SPDX-License-Identifier: GPL-2.0-only
// Files that do not outlive their use.
#pragma once

#include <filesystem>

#include "rex/error.hpp"

namespace rex::cli {

/// A new, private folder, removed with all that is in it.
class TemporaryFolder {
 public:
  /// Errors: kIo.
  static Result<TemporaryFolder> create();

  TemporaryFolder(TemporaryFolder&& other) noexcept;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
};

/// A file that appears under its name whole, or not at all.
class AtomicFile {
 public:
  /// Errors: kIo: the folder does not exist or cannot be written.
  static Result<AtomicFile> create(const std::filesystem::path& path);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  /// Removes what was not committed.
  ~AtomicFile();

  int fd() const { return fd_; }

  /// Gives it its name, in place of a file that has it.
  /// Errors: kIo.
  Result<void> commit();

 private:
  AtomicFile(std::filesystem::path path, std::filesystem::path temporary, int fd)
      : path_(std::move(path)), temporary_(std::move(temporary)), fd_(fd) {}

  std::filesystem::path path_;
  std::filesystem::path temporary_;  // empty once committed
  int fd_;
};

}  // namespace rex::cli
