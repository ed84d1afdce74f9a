// SPDX-License-Identifier: GPL-2.0-only
// Where the parts of Rex are: <prefix>/bin/rex, <prefix>/lib/rex, <prefix>/include.
#pragma once

#include <filesystem>

#include "rex/error.hpp"

namespace rex::cli {

struct Installation {
  std::filesystem::path prefix;
  std::filesystem::path checker;     // the clang plugin
  std::filesystem::path instrument;  // the LLVM plugin
  std::filesystem::path sdk;         // what an extension includes; symbolic links resolved
  std::filesystem::path abi;

  /// The one that the running `rex` belongs to.
  /// Errors: kIo: a part is missing.
  static Result<Installation> find();

  /// The folder with the pages of the rules.
  /// Errors: kIo: it is missing.
  static Result<std::filesystem::path> rule_pages();

  /// The folder with the built samples, which may be missing.
  static std::filesystem::path samples();
};

}  // namespace rex::cli
