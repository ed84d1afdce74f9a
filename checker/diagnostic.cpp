// SPDX-License-Identifier: GPL-2.0-only
#include "diagnostic.h"

#include "rule.h"
#include "source.h"

#include <llvm/Support/Regex.h>

using namespace clang;

namespace rex {
namespace {
constexpr size_t MostNotes = 2; // of the compiler's, for each of its errors
}

DiagnosticSink::Line DiagnosticSink::lineOf(SourceLocation Loc) const {
  auto [File, Offset] = SM.getDecomposedLoc(Sources.fileLocation(Loc));
  return {File.getHashValue(), Loc.isValid() ? SM.getLineNumber(File, Offset) : 0};
}

bool DiagnosticSink::isInRejectedFile(SourceLocation Loc) const {
  if (Loc.isInvalid())
    return false;
  SourceLocation Include = SM.getIncludeLoc(SM.getFileID(Sources.fileLocation(Loc)));
  for (; Include.isValid(); Include = SM.getIncludeLoc(SM.getFileID(Include)))
    if (Lines.contains(lineOf(Include)))
      return true;
  return false;
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
  if (isInRejectedFile(Loc) || !Lines.insert(lineOf(Loc)).second)
    return Dropped = New;
  Diagnostics.push_back(std::move(New));
  return Diagnostics.back();
}

Diagnostic DiagnosticSink::makeForeign(const StoredDiagnostic &D) const {
  Diagnostic New;
  New.Loc = Sources.fileLocation(D.getLocation());
  New.Message = D.getMessage().str();
  New.Foreign = D;
  return New;
}

void DiagnosticSink::addForeignError(const StoredDiagnostic &D, llvm::StringRef Unknown) {
  LastForeign = nullptr;
  const SourceLocation Loc = D.getLocation();
  if (isInRejectedFile(Loc))
    return;
  AnyCause = true;
  if (Loc.isValid() && Sources.isTrusted(Loc))
    LastForeign = &InsideSdk.emplace_back(makeForeign(D));
  else if (Loc.isInvalid() || Lines.insert(lineOf(Loc)).second)
    LastForeign = &Diagnostics.emplace_back(makeForeign(D));
  if (LastForeign)
    LastForeign->Unknown = Unknown.str();
}

void DiagnosticSink::addForeignWarning(const StoredDiagnostic &D, bool IsError) {
  LastForeign = &Warnings.emplace_back(makeForeign(D));
  LastForeign->IsWarning = !IsError;
}

/// A consteval function of the SDK refuses its arguments by calling one that says why by its name:
/// format_has_a_brace_that_nothing_closes().
static std::string reasonOf(llvm::StringRef Note) {
  if (!Note.consume_front("non-constexpr function '"))
    return "";
  std::string Reason = Note.take_until([](char C) { return C == '\''; }).str();
  std::replace(Reason.begin(), Reason.end(), '_', ' ');
  return Reason;
}

void DiagnosticSink::addForeignNote(const StoredDiagnostic &D) {
  if (!LastForeign || D.getLocation().isInvalid())
    return;
  if (Sources.isTrusted(D.getLocation())) {
    if (std::string Reason = reasonOf(D.getMessage()); !Reason.empty()) {
      LastForeign->Message = std::move(Reason);
      LastForeign->Foreign.reset();
      LastForeign = nullptr; // how the compiler came there says nothing more
    }
    return;
  }
  const SourceLocation Loc = Sources.fileLocation(D.getLocation());
  // Not the path through templates, but where it starts.
  if (Sources.isTrusted(LastForeign->Loc)) {
    LastForeign->Loc = Loc;
    LastForeign->Foreign.reset();
  } else if (LastForeign->Notes.size() < MostNotes) {
    LastForeign->note(Loc, D.getMessage());
  }
}

/// `std::vector<int> v;` has an answer; that nobody knows `v` afterwards needs none.
bool DiagnosticSink::followsFromRule(const Diagnostic &D) const {
  if (D.Unknown.empty())
    return false;
  const llvm::Regex Word("(^|[^A-Za-z0-9_])" + llvm::Regex::escape(D.Unknown) +
                         "($|[^A-Za-z0-9_])");
  return llvm::any_of(Diagnostics, [&](const Diagnostic &Other) {
    if (!Other.TheRule || Other.Loc.isInvalid() || !SM.isBeforeInTranslationUnit(Other.Loc, D.Loc))
      return false;
    llvm::StringRef Text(SM.getCharacterData(Other.Loc));
    return Word.match(Text.take_until([](char Ch) { return Ch == '\n'; }));
  });
}

/// A static_assert of the SDK is the cause of what else the compiler says about a line.
void DiagnosticSink::replaceConsequence(Diagnostic Cause) {
  llvm::StringRef Message = Cause.Message;
  if (!Message.consume_front("static assertion failed"))
    return;
  for (Diagnostic &D : Diagnostics)
    if (D.Foreign && !D.IsWarning && lineOf(D.Loc) == lineOf(Cause.Loc)) {
      D = std::move(Cause);
      return;
    }
}

void DiagnosticSink::settle() {
  std::erase_if(Diagnostics, [&](const Diagnostic &D) { return followsFromRule(D); });
  for (Diagnostic &D : Consequences)
    if (!AnyCause && Lines.insert(lineOf(D.Loc)).second)
      Diagnostics.push_back(std::move(D));
  Consequences.clear();
  // The compiler says once how it came to a place in the SDK; later errors there follow.
  const bool AnyOther = !Diagnostics.empty() || InsideSdk.size() > 1;
  for (Diagnostic &D : InsideSdk)
    if (AnyOther && Sources.isTrusted(D.Loc))
      continue;
    else if (Lines.insert(lineOf(D.Loc)).second)
      Diagnostics.push_back(std::move(D));
    else
      replaceConsequence(std::move(D));
  InsideSdk.clear();
  for (Diagnostic &D : Warnings)
    if (D.IsWarning ? !Lines.contains(lineOf(D.Loc)) : Lines.insert(lineOf(D.Loc)).second)
      Diagnostics.push_back(std::move(D));
  Warnings.clear();
  LastForeign = nullptr;
  Settled = true;
  llvm::sort(Diagnostics, [&](const Diagnostic &A, const Diagnostic &B) {
    if (A.Loc.isInvalid() || B.Loc.isInvalid())
      return A.Loc.isInvalid() && B.Loc.isValid();
    return SM.isBeforeInTranslationUnit(A.Loc, B.Loc);
  });
}

} // namespace rex
