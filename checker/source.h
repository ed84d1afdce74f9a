// SPDX-License-Identifier: GPL-2.0-only
// Which tokens are trusted.
#pragma once

#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseMap.h>

#include <string>
#include <vector>

namespace rex {

/// Decides trust token by token: a token is trusted when the file it is *spelled* in is one of
/// the SDK or of the ABI.  The body of an SDK macro is trusted, its arguments are not, and a
/// user's macro is not trusted however it is spelled.  Neither line markers nor file names that
/// the source can choose play a part: what counts is the real path of the opened file.
class SourceTrust {
public:
  SourceTrust(const clang::SourceManager &SM, llvm::ArrayRef<std::string> TrustedDirs);

  bool isTrusted(clang::SourceLocation Loc) const;

  /// Whether a path, any links resolved, lies in one of the trusted directories.
  bool isTrustedPath(llvm::StringRef Path) const;

  /// The place in a file that a person would look at: where a macro is used rather than
  /// where its body is.
  clang::SourceLocation fileLocation(clang::SourceLocation Loc) const;

private:
  bool isTrustedFile(clang::FileID File) const;

  const clang::SourceManager &SM;
  std::vector<std::string> Dirs; // real paths, each with a trailing slash
  mutable llvm::DenseMap<clang::FileID, bool> Files;
};

} // namespace rex
