// SPDX-License-Identifier: GPL-2.0-only
#include "diagnostic.h"

#include "rule.h"
#include "source.h"

using namespace clang;

namespace rex {

DiagnosticSink::Line DiagnosticSink::lineOf(SourceLocation Loc) const {
  auto [File, Offset] = SM.getDecomposedLoc(Sources.fileLocation(Loc));
  return {File.getHashValue(), Loc.isValid() ? SM.getLineNumber(File, Offset) : 0};
}

Diagnostic &DiagnosticSink::add(const Rule &R, SourceLocation Loc, const llvm::Twine &Message,
                                Strength S) {
  Diagnostic New;
  New.TheRule = &R;
  New.Loc = Sources.fileLocation(Loc);
  New.Message = Message.str();
  New.Remedy = R.Remedy;
  if (S == Strength::Consequence) {
    Consequences.push_back(std::move(New));
    return Consequences.back();
  }
  AnyCause = true;
  if (!Lines.insert(lineOf(Loc)).second)
    return Dropped = New;
  Diagnostics.push_back(std::move(New));
  return Diagnostics.back();
}

bool DiagnosticSink::addForeign(SourceLocation Loc, llvm::StringRef Message, bool IsWarning) {
  AnyCause |= !IsWarning;
  if (Loc.isValid() && !IsWarning && !Lines.insert(lineOf(Loc)).second)
    return false;
  Diagnostic New;
  New.IsWarning = IsWarning;
  New.Loc = Sources.fileLocation(Loc);
  New.Message = Message.str();
  Diagnostics.push_back(std::move(New));
  return true;
}

void DiagnosticSink::addForeignNote(SourceLocation Loc, llvm::StringRef Message) {
  if (!Diagnostics.empty() && !Diagnostics.back().TheRule)
    Diagnostics.back().note(Sources.fileLocation(Loc), Message);
}

void DiagnosticSink::settle() {
  for (Diagnostic &D : Consequences)
    if (!AnyCause && Lines.insert(lineOf(D.Loc)).second)
      Diagnostics.push_back(std::move(D));
  Consequences.clear();
  llvm::sort(Diagnostics, [&](const Diagnostic &A, const Diagnostic &B) {
    if (A.Loc.isInvalid() || B.Loc.isInvalid())
      return A.Loc.isInvalid() && B.Loc.isValid();
    return SM.isBeforeInTranslationUnit(A.Loc, B.Loc);
  });
}

} // namespace rex
