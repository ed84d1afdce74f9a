// SPDX-License-Identifier: GPL-2.0-only
// Which lines of an extension its tests execute.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "rex/error.hpp"

namespace rex::cli {

class Coverage {
 public:
  /// `folder` is for the counters.
  explicit Coverage(const std::filesystem::path& folder)
      : raw_(folder / "coverage.profraw"), merged_(folder / "coverage.profdata") {}

  /// What the program needs to write its counters.
  std::vector<std::string> environment() const;

  /// Prints the source with a count on each line, by llvm-cov.
  /// Errors: kIo (llvm-cov is not there, or there are no counters).
  Result<void> report(const std::filesystem::path& program,
                      const std::filesystem::path& source) const;

 private:
  std::filesystem::path raw_;
  std::filesystem::path merged_;
};

}  // namespace rex::cli
