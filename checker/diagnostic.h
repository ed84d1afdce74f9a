// SPDX-License-Identifier: GPL-2.0-only
// Diagnostics as data; printing them is the reporters' business.
#pragma once

#include <clang/Basic/SourceLocation.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/Twine.h>

#include <deque>
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
  DiagnosticSink(const clang::SourceManager &SM, const SourceTrust &Sources)
      : SM(SM), Sources(Sources) {}

  /// The returned diagnostic may be completed by the caller; where it was not new, it goes
  /// nowhere.
  Diagnostic &add(const Rule &R, clang::SourceLocation Loc, const llvm::Twine &Message,
                  Strength S);

  /// Records a diagnostic of the compiler itself.  Returns false where the line has an error
  /// already: then it must not be shown.
  bool addForeign(clang::SourceLocation Loc, llvm::StringRef Message, bool IsWarning);
  void addForeignNote(clang::SourceLocation Loc, llvm::StringRef Message);

  /// Moves consequences without a cause among the diagnostics, and sorts them all by place.
  void settle();

  const std::deque<Diagnostic> &diagnostics() const { return Diagnostics; }

private:
  using Line = std::pair<unsigned, unsigned>; // file, line

  Line lineOf(clang::SourceLocation Loc) const;

  const clang::SourceManager &SM;
  const SourceTrust &Sources;
  std::deque<Diagnostic> Diagnostics; // deque: references to elements stay valid
  std::deque<Diagnostic> Consequences;
  llvm::DenseSet<Line> Lines;
  bool AnyCause = false;
  Diagnostic Dropped;
};

} // namespace rex
