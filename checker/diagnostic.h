// SPDX-License-Identifier: GPL-2.0-only
// Diagnostics as data; printing them is the reporters' business.
#pragma once

#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/SourceLocation.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/Twine.h>

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rex {

struct Rule;
class SourceTrust;

/// The cause of a diagnostic, where it is somewhere else.
struct Note {
  clang::SourceLocation Loc;
  std::string Message;
};

struct Diagnostic {
  const Rule *TheRule = nullptr; // null for the compiler's own
  bool IsWarning = false;        // the compiler's own only
  clang::SourceLocation Loc;     // in a file
  std::string Message;
  std::string Remedy;
  std::vector<Note> Notes;
  std::string Unknown; // the name that the compiler does not know, for some of its errors
  std::optional<clang::StoredDiagnostic> Foreign; // the compiler's own, to be printed as it is

  Diagnostic &note(clang::SourceLocation NoteLoc, const llvm::Twine &Text) {
    Notes.push_back({NoteLoc, Text.str()});
    return *this;
  }
  Diagnostic &remedy(const llvm::Twine &Text) {
    Remedy = Text.str();
    return *this;
  }
};

/// How sure it is that a diagnostic is the cause and not a consequence of another one.
enum class Strength {
  Cause,
  /// Follows from something that is reported itself, as far as the checker can tell.  Shown
  /// only when no cause was found at all: some error is reported in any case.
  Consequence,
};

/// Collects diagnostics; one a line at most, because the second is nearly always the first
/// again.  The first one to be reported wins: tokens come before declarations, and
/// declarations before what is inside them.
class DiagnosticSink {
public:
  DiagnosticSink(const clang::SourceManager &SM, std::shared_ptr<const SourceTrust> Trust)
      : SM(SM), Trust(std::move(Trust)), Sources(*this->Trust) {}

  /// The returned diagnostic may be completed by the caller; where it was not new, it goes
  /// nowhere.
  Diagnostic &add(const Rule &R, clang::SourceLocation Loc, const llvm::Twine &Message, Strength S);

  /// Records an error of the compiler itself.  Where it is inside of the SDK, it is shown at the
  /// line of the user that led there.
  /// @param Unknown  the name that the error is about, where it is about one; such an error is
  ///                 not shown where an earlier line that declares the name has an error itself
  void addForeignError(const clang::StoredDiagnostic &D, llvm::StringRef Unknown);
  /// Records a warning, also one that counts as an error: a rule's answer is preferred to it.
  void addForeignWarning(const clang::StoredDiagnostic &D, bool IsError);
  /// Records a note to the one before.
  void addForeignNote(const clang::StoredDiagnostic &D);

  /// Moves what is left to show among the diagnostics, and sorts them all by place.
  void settle();

  /// Whether everything was said: what the compiler has to say from here on is its own.
  bool isSettled() const { return Settled; }

  const std::deque<Diagnostic> &diagnostics() const { return Diagnostics; }

private:
  using Line = std::pair<unsigned, unsigned>; // file, line

  Line lineOf(clang::SourceLocation Loc) const;
  /// Whether a file was included by a line that has an error itself.
  bool isInRejectedFile(clang::SourceLocation Loc) const;
  bool followsFromRule(const Diagnostic &D) const;
  void replaceConsequence(Diagnostic Cause);
  Diagnostic makeForeign(const clang::StoredDiagnostic &D) const;

  const clang::SourceManager &SM;
  std::shared_ptr<const SourceTrust> Trust;
  const SourceTrust &Sources;
  std::deque<Diagnostic> Diagnostics; // deque: references to elements stay valid
  std::deque<Diagnostic> Consequences;
  std::deque<Diagnostic> InsideSdk; // the compiler's errors
  std::deque<Diagnostic> Warnings;  // the compiler's
  Diagnostic *LastForeign = nullptr;
  llvm::DenseSet<Line> Lines;
  bool AnyCause = false;
  bool Settled = false;
  Diagnostic Dropped;
};

} // namespace rex
