// SPDX-License-Identifier: GPL-2.0-only
#include "advice.h"
#include "reporters.h"
#include "rule.h"

#include <clang/AST/DeclarationName.h>
#include <clang/Basic/DiagnosticSema.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/TextDiagnosticPrinter.h>
#include <llvm/Support/raw_ostream.h>

using namespace clang;

namespace rex {
namespace {

/// Prints as clang does, with the remedy behind the caret: an error takes three lines.
class Printer {
public:
  explicit Printer(CompilerInstance &CI) : Text(Out, CI.getDiagnosticOpts()) {
    Out.enable_colors(CI.getDiagnosticOpts().ShowColors);
    Text.BeginSourceFile(CI.getLangOpts(), &CI.getPreprocessor());
  }

  void print(DiagnosticsEngine::Level Level, const clang::Diagnostic &Info,
             llvm::StringRef Remedy) {
    Text.HandleDiagnostic(Level, Info);
    llvm::StringRef Printed = Buffer;
    Printed.consume_back("\n");
    llvm::errs() << Printed;
    if (!Remedy.empty())
      llvm::errs() << (Printed.ends_with("^") || Printed.ends_with("~") ? " " : "\nnote: ")
                   << Remedy;
    llvm::errs() << '\n';
    Buffer.clear();
  }

private:
  std::string Buffer;
  llvm::raw_string_ostream Out{Buffer};
  TextDiagnosticPrinter Text;
};

class Listener : public DiagnosticConsumer {
public:
  Listener(CompilerInstance &CI, std::shared_ptr<DiagnosticSink> Sink)
      : Engine(CI.getDiagnostics()), Sink(std::move(Sink)), Out(CI) {}

  void EndSourceFile() override {
    if (!Sink->isSettled()) // the compiler gave up before the rules were asked
      reportToClang(Engine, *Sink);
  }

  void HandleDiagnostic(DiagnosticsEngine::Level Level, const clang::Diagnostic &Info) override {
    if (!Sink->isSettled())
      return record(Level, Info);
    if (Silent)
      return;
    DiagnosticConsumer::HandleDiagnostic(Level, Info); // counts
    Out.print(Level, Info, std::exchange(Remedy, ""));
  }

  /// What to write instead of that which the next diagnostic is about.
  void setRemedy(llvm::StringRef Text) { Remedy = Text.str(); }

  void setSilent(bool Value) { Silent = Value; }

private:
  void record(DiagnosticsEngine::Level Level, const clang::Diagnostic &Info) {
    const StoredDiagnostic D(Level, Info);
    if (Level <= DiagnosticsEngine::Remark)
      Sink->addForeignNote(D);
    else if (Info.getDiags()->getDiagnosticIDs()->isWarningOrExtension(Info.getID()))
      Sink->addForeignWarning(D, Level >= DiagnosticsEngine::Error);
    else if (const std::string Name = unknownName(Info); !adviseInstead(Name, Info.getLocation()))
      Sink->addForeignError(D, Name);
  }

  /// A name that the compiler does not know, and that newcomers try, has an answer of its own.
  bool adviseInstead(const std::string &Name, SourceLocation Loc) {
    const llvm::StringRef Instead = insteadOfLibraryName(Name);
    if (Instead.empty())
      return false;
    Sink->add(rules::StdLibrary, Loc, "there is no '" + Name + "' in an extension", Strength::Cause)
        .remedy(Instead);
    return true;
  }

  static std::string unknownName(const clang::Diagnostic &Info) {
    switch (Info.getID()) {
    case diag::err_undeclared_var_use:
    case diag::err_undeclared_use:
    case diag::err_undeclared_var_use_suggest:
    case diag::err_undeclared_use_suggest:
    case diag::err_unknown_typename:
    case diag::err_unknown_typename_suggest:
      break;
    default:
      return "";
    }
    switch (Info.getArgKind(0)) {
    case DiagnosticsEngine::ak_identifierinfo:
      return Info.getArgIdentifier(0)->getName().str();
    case DiagnosticsEngine::ak_declarationname:
      return DeclarationName::getFromOpaqueInteger(Info.getRawArg(0)).getAsString();
    case DiagnosticsEngine::ak_std_string:
      return Info.getArgStdStr(0);
    default:
      return "";
    }
  }

  DiagnosticsEngine &Engine;
  std::shared_ptr<DiagnosticSink> Sink;
  Printer Out;
  std::string Remedy;
  bool Silent = false;
};

} // namespace

void reportToClang(DiagnosticsEngine &Engine, DiagnosticSink &Sink) {
  Sink.settle();
  auto *Client = static_cast<Listener *>(Engine.getClient()); // set by listenToClang
  // All that was said so far was kept back, and is said again now: as if it were for the first
  // time, also after a fatal error, which would silence the rest.
  const bool Failed = Engine.hasErrorOccurred();
  Engine.Reset(/*soft=*/true);
  const unsigned Error = Engine.getCustomDiagID(DiagnosticsEngine::Error, "%0 [rex-%1]");
  const unsigned Plain = Engine.getCustomDiagID(DiagnosticsEngine::Error, "%0");
  const unsigned NoteId = Engine.getCustomDiagID(DiagnosticsEngine::Note, "%0");
  for (const Diagnostic &D : Sink.diagnostics()) {
    Client->setRemedy(D.Remedy);
    if (D.Foreign)
      Engine.Report(*D.Foreign);
    else if (D.TheRule)
      Engine.Report(D.Loc, Error) << D.Message << D.TheRule->Id;
    else
      Engine.Report(D.Loc, Plain) << D.Message;
    for (const Note &N : D.Notes)
      Engine.Report(N.Loc, NoteId) << N.Message;
  }
  // The compiler's own, said again, do not count for the engine: it has to fail all the same.
  if (Failed && !Engine.hasErrorOccurred()) {
    Client->setSilent(Client->getNumErrors() > 0);
    Engine.Report(Plain) << "the compiler could not go on";
    Client->setSilent(false);
  }
}

void listenToClang(CompilerInstance &CI, std::shared_ptr<DiagnosticSink> Sink) {
  CI.getDiagnostics().setClient(new Listener(CI, std::move(Sink)));
}

} // namespace rex
