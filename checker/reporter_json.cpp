// SPDX-License-Identifier: GPL-2.0-only
#include "reporters.h"
#include "rule.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/JSON.h>

using namespace clang;

namespace rex {
namespace {

void writePlace(llvm::json::OStream &Out, const SourceManager &SM, SourceLocation Loc) {
  // Spelling, not presumed: line markers have no say.
  Out.attribute("file", Loc.isValid() ? SM.getFilename(Loc) : "");
  Out.attribute("line", Loc.isValid() ? SM.getSpellingLineNumber(Loc) : 0);
  Out.attribute("column", Loc.isValid() ? SM.getSpellingColumnNumber(Loc) : 0);
}

} // namespace

llvm::Error reportToJson(const SourceManager &SM, const std::deque<Diagnostic> &Diagnostics,
                         llvm::StringRef File) {
  return llvm::writeToOutput(File, [&](llvm::raw_ostream &Stream) {
    llvm::json::OStream Out(Stream, 2);
    Out.array([&] {
      for (const Diagnostic &D : Diagnostics)
        Out.object([&] {
          Out.attribute("rule", D.TheRule ? D.TheRule->Id : llvm::StringLiteral("compiler"));
          Out.attribute("severity", D.IsWarning ? "warning" : "error");
          writePlace(Out, SM, D.Loc);
          Out.attribute("message", D.Message);
          Out.attribute("remedy", D.Remedy);
          Out.attributeArray("notes", [&] {
            for (const Note &N : D.Notes)
              Out.object([&] {
                writePlace(Out, SM, N.Loc);
                Out.attribute("message", N.Message);
              });
          });
        });
    });
    Stream << '\n';
    return llvm::Error::success();
  });
}

} // namespace rex
