// SPDX-License-Identifier: GPL-2.0-only
#include "manifest/place.h"

#include "context.h"

#include <llvm/Support/Path.h>

using namespace clang;

namespace rex {

Place placeOf(const Context &C, const Decl *D) {
  const SourceManager &SM = C.sources();
  const SourceLocation Loc = C.trust().fileLocation(D->getLocation());
  llvm::StringRef File = SM.getFilename(Loc);
  llvm::StringRef Main = SM.getFileEntryRefForID(SM.getMainFileID())->getName();
  llvm::StringRef Folder = llvm::sys::path::parent_path(Main);
  // No path of the machine that built it goes into an object.
  if (!Folder.empty() && File.consume_front(Folder))
    File = File.ltrim('/');
  else if (llvm::sys::path::is_absolute(File))
    File = llvm::sys::path::filename(File);
  return {File.str(), SM.getSpellingLineNumber(Loc)};
}

} // namespace rex
