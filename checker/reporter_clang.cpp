// SPDX-License-Identifier: GPL-2.0-only
#include "reporters.h"
#include "rule.h"

using namespace clang;

namespace rex {
namespace {

class Listener : public DiagnosticConsumer {
public:
  Listener(DiagnosticSink &Sink, std::unique_ptr<DiagnosticConsumer> Next)
      : Sink(Sink), Next(std::move(Next)) {}

  void BeginSourceFile(const LangOptions &Opts, const Preprocessor *PP) override {
    Next->BeginSourceFile(Opts, PP);
  }
  void EndSourceFile() override { Next->EndSourceFile(); }
  void finish() override { Next->finish(); }
  bool IncludeInDiagnosticCounts() const override { return Next->IncludeInDiagnosticCounts(); }

  void HandleDiagnostic(DiagnosticsEngine::Level Level, const clang::Diagnostic &Info) override {
    if (!isOwn(Info) && !record(Level, Info))
      return;
    DiagnosticConsumer::HandleDiagnostic(Level, Info); // counts
    Next->HandleDiagnostic(Level, Info);
  }

private:
  static bool isOwn(const clang::Diagnostic &Info) {
    llvm::StringRef Format = Info.getDiags()->getDiagnosticIDs()->getDescription(Info.getID());
    return Format.ends_with("[rex-%1]") || Format == "%0";
  }

  /// Returns whether to show it.
  bool record(DiagnosticsEngine::Level Level, const clang::Diagnostic &Info) {
    llvm::SmallString<128> Message;
    Info.FormatDiagnostic(Message);
    if (Level <= DiagnosticsEngine::Remark) {
      if (Hidden)
        return false;
      Sink.addForeignNote(Info.getLocation(), Message);
      return true;
    }
    Hidden = !Sink.addForeign(Info.getLocation(), Message, Level == DiagnosticsEngine::Warning);
    return !Hidden;
  }

  DiagnosticSink &Sink;
  std::unique_ptr<DiagnosticConsumer> Next;
  bool Hidden = false;
};

} // namespace

void reportToClang(DiagnosticsEngine &Engine, const std::deque<Diagnostic> &Diagnostics) {
  const unsigned Error = Engine.getCustomDiagID(DiagnosticsEngine::Error, "%0 [rex-%1]");
  const unsigned NoteId = Engine.getCustomDiagID(DiagnosticsEngine::Note, "%0");
  for (const Diagnostic &D : Diagnostics) {
    if (!D.TheRule)
      continue; // printed when it arose
    Engine.Report(D.Loc, Error) << D.Message << D.TheRule->Id;
    for (const Note &N : D.Notes)
      Engine.Report(N.Loc, NoteId) << N.Message;
    // Without a place: a snippet would only repeat the line above.
    if (!D.Remedy.empty())
      Engine.Report(NoteId) << D.Remedy;
  }
}

std::unique_ptr<DiagnosticConsumer> listenToClang(DiagnosticSink &Sink,
                                                  std::unique_ptr<DiagnosticConsumer> Next) {
  return std::make_unique<Listener>(Sink, std::move(Next));
}

} // namespace rex
