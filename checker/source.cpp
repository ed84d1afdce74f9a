// SPDX-License-Identifier: GPL-2.0-only
#include "source.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>

using namespace clang;

namespace rex {

SourceTrust::SourceTrust(const SourceManager &SM, llvm::ArrayRef<std::string> TrustedDirs)
    : SM(SM) {
  for (const std::string &Dir : TrustedDirs) {
    llvm::SmallString<256> Real;
    if (!llvm::sys::fs::real_path(Dir, Real))
      Dirs.push_back((Real + "/").str());
  }
}

bool SourceTrust::isTrustedPath(llvm::StringRef Path) const {
  llvm::SmallString<256> Real;
  if (llvm::sys::fs::real_path(Path, Real))
    return false;
  return llvm::any_of(Dirs, [&](const std::string &Dir) { return Real.starts_with(Dir); });
}

bool SourceTrust::isTrustedFile(FileID File) const {
  auto [Known, New] = Files.try_emplace(File, false);
  if (New)
    if (OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File))
      Known->second = isTrustedPath(Entry->getName());
  return Known->second;
}

bool SourceTrust::isTrusted(SourceLocation Loc) const {
  if (Loc.isInvalid())
    return false;
  const SourceLocation Spelling = SM.getSpellingLoc(Loc);
  // What ## makes has no file.  It is the SDK's where the SDK itself expands the macro.
  if (SM.isWrittenInScratchSpace(Spelling))
    return isTrustedFile(SM.getFileID(SM.getExpansionLoc(Loc)));
  return isTrustedFile(SM.getFileID(Spelling));
}

SourceLocation SourceTrust::fileLocation(SourceLocation Loc) const { return SM.getFileLoc(Loc); }

} // namespace rex
