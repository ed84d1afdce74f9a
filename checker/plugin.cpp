// SPDX-License-Identifier: GPL-2.0-only
// The plugin's entry: arguments, and who is called when.
#include "context.h"
#include "manifest/manifest.h"
#include "reporters.h"
#include "traversal.h"

#include <clang/AST/ASTConsumer.h>
#include <clang/Frontend/FrontendPluginRegistry.h>
#include <clang/Lex/Preprocessor.h>
#include <llvm/Support/FileSystem.h>

using namespace clang;

namespace rex {
namespace {

/// All there is while one file is compiled.
class Session {
public:
  Session(CompilerInstance &CI, Options Opts)
      : C(CI, std::move(Opts)), Families(createFamilies(C)) {}

  void start() {
    CompilerInstance &CI = C.compiler();
    DiagnosticsEngine &Engine = CI.getDiagnostics();
    Engine.setErrorLimit(0); // all errors of a file
    listenToClang(CI, C.sink());
    Preprocessor &PP = CI.getPreprocessor();
    for (const auto &F : Families)
      F->attach(PP);
    PP.setTokenWatcher([this](const Token &T) {
      if (!T.isAnnotation() && !C.isTrusted(T.getLocation()))
        for (const auto &F : Families)
          F->checkToken(T);
    });
  }

  void finish() {
    traverse(C, Families);
    reportToClang(C.compiler().getDiagnostics(), *C.sink());
    const Options &Opts = C.options();
    if (!Opts.Diagnostics.empty())
      check(reportToJson(C.sources(), C.sink()->diagnostics(), Opts.Diagnostics));
    if (!Opts.Manifest.empty() && !C.compiler().getDiagnostics().hasErrorOccurred())
      check(write(describe(C), Opts.Manifest));
  }

private:
  void check(llvm::Error E) {
    if (!E)
      return;
    DiagnosticsEngine &Engine = C.compiler().getDiagnostics();
    Engine.Report(Engine.getCustomDiagID(DiagnosticsEngine::Error, "%0"))
        << llvm::toString(std::move(E));
  }

  Context C;
  std::vector<std::unique_ptr<Family>> Families;
};

class Consumer : public ASTConsumer {
public:
  explicit Consumer(std::unique_ptr<Session> S) : S(std::move(S)) {}

  void HandleTranslationUnit(ASTContext &) override { S->finish(); }

private:
  std::unique_ptr<Session> S;
};

llvm::Error listRules(llvm::StringRef File) {
  return llvm::writeToOutput(File, [](llvm::raw_ostream &Stream) {
    llvm::json::OStream Out(Stream, 2);
    Out.array([&] {
      for (const Rule *R : allRules())
        Out.object([&] {
          Out.attribute("rule", R->Id);
          Out.attribute("family", R->Family);
          Out.attribute("summary", R->Summary);
          Out.attribute("remedy", R->Remedy);
        });
    });
    Stream << '\n';
    return llvm::Error::success();
  });
}

class Action : public PluginASTAction {
protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI, llvm::StringRef) override {
    auto S = std::make_unique<Session>(CI, std::move(Opts));
    S->start();
    return std::make_unique<Consumer>(std::move(S));
  }

  bool ParseArgs(const CompilerInstance &CI, const std::vector<std::string> &Args) override {
    const std::pair<llvm::StringRef, std::string *> Known[] = {
        {"sdk=", &Opts.Sdk},
        {"abi=", &Opts.Abi},
        {"manifest=", &Opts.Manifest},
        {"diagnostics=", &Opts.Diagnostics},
        {"list-rules=", &Opts.ListRules},
        {"part=", &Opts.Part},
        {"disable=", &Opts.Disable},
    };
    DiagnosticsEngine &Engine = CI.getDiagnostics();
    for (llvm::StringRef Arg : Args) {
      const auto *It =
          llvm::find_if(Known, [&](const auto &K) { return Arg.starts_with(K.first); });
      if (It == std::end(Known)) {
        Engine.Report(Engine.getCustomDiagID(DiagnosticsEngine::Error,
                                             "unknown argument '%0' of the rex plugin"))
            << Arg;
        return false;
      }
      *It->second = Arg.drop_front(It->first.size()).str();
    }
    if (Opts.Sdk.empty() || Opts.Abi.empty()) {
      Engine.Report(
          Engine.getCustomDiagID(DiagnosticsEngine::Error,
                                 "the rex plugin needs its arguments sdk and abi: use rex build"));
      return false;
    }
    if (!Opts.ListRules.empty())
      llvm::consumeError(listRules(Opts.ListRules));
    return true;
  }

  ActionType getActionType() override { return AddBeforeMainAction; }

private:
  Options Opts;
};

} // namespace
} // namespace rex

static clang::FrontendPluginRegistry::Add<rex::Action> Registration("rex",
                                                                    "the safe subset of C++");
