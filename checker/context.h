// SPDX-License-Identifier: GPL-2.0-only
// What all rules share: the translation unit, trust, and where to report.
#pragma once

#include "diagnostic.h"
#include "rule.h"
#include "source.h"

#include <clang/AST/ASTContext.h>
#include <clang/Frontend/CompilerInstance.h>
#include <llvm/ADT/DenseSet.h>

namespace rex {

/// Arguments of the plugin: -fplugin-arg-rex-<name>=<value>.
struct Options {
  std::string Sdk;         // directories whose files are trusted
  std::string Abi;         //
  std::string Manifest;    // file to write, or empty
  std::string Diagnostics; // file to write, or empty
  std::string ListRules;   // file to write, or empty
  std::string Part;        // not empty: the file is one of several of an extension
  std::string Disable;     // id of a rule to switch off; for the test that each rule is needed
};

class Context {
public:
  Context(clang::CompilerInstance &CI, Options Opts);

  const Options &options() const { return Opts; }
  clang::CompilerInstance &compiler() { return CI; }
  clang::ASTContext &ast() const { return CI.getASTContext(); }
  const clang::SourceManager &sources() const { return CI.getSourceManager(); }
  const std::shared_ptr<DiagnosticSink> &sink() { return Sink; }
  const SourceTrust &trust() const { return *Trust; }

  Diagnostic &report(const Rule &R, clang::SourceLocation Loc, const llvm::Twine &Message,
                     Strength S = Strength::Cause);

  bool isTrusted(clang::SourceLocation Loc) const { return Trust->isTrusted(Loc); }
  /// Declared by the SDK or by the compiler, not by the user.
  bool isTrusted(const clang::Decl *D) const;

  /// Instantiates a class template where nothing has done so yet.
  void complete(clang::QualType T, clang::SourceLocation Loc) const;

  /// The name that an `annotate` attribute of the SDK gives to a class or class template, or
  /// to one of its bases; "" without one.  [[clang::annotate("rex::hook", "kprobe")]] on a
  /// class is annotation(class, "rex::hook") == "kprobe"; an attribute without a name is "yes".
  llvm::StringRef annotation(const clang::CXXRecordDecl *Record, llvm::StringRef Key) const;
  llvm::StringRef annotation(clang::QualType T, llvm::StringRef Key) const;
  /// The number in such an attribute: of the class, else of its first base that has one.
  std::optional<int64_t> annotatedNumber(const clang::CXXRecordDecl *Record,
                                         llvm::StringRef Key) const;
  /// The same for a function or function template.
  llvm::StringRef annotation(const clang::FunctionDecl *Function, llvm::StringRef Key) const;

  /// A class's definition; of a template that nothing has instantiated yet, the pattern's.
  /// Null where it is only declared.
  static const clang::CXXRecordDecl *definitionOf(const clang::CXXRecordDecl *Record);

  /// Whether a declaration is the SDK's own business: in rex::detail, or with C linkage.
  bool isInternal(const clang::Decl *D) const;

private:
  llvm::StringRef ownAnnotation(const clang::Decl *D, llvm::StringRef Key) const;

  clang::CompilerInstance &CI;
  Options Opts;
  std::shared_ptr<const SourceTrust> Trust;
  std::shared_ptr<DiagnosticSink> Sink;
  Diagnostic Disabled;
};

} // namespace rex
