// SPDX-License-Identifier: GPL-2.0-only
// What the object file defines and needs: programs and maps, and nothing undefined.
#include "context.h"
#include "manifest/entity.h"
#include "parts.h"

#include <clang/AST/DeclCXX.h>
#include <llvm/ADT/StringMap.h>

using namespace clang;

namespace rex {
namespace {

constexpr unsigned LongestName = 63; // REX_NAME_SIZE and its NUL

class LinkingRules : public Family {
public:
  using Family::Family;

  void checkDecl(const Decl *D) override {
    if (const auto *Function = dyn_cast<FunctionDecl>(D))
      checkFunction(Function);
    else if (const auto *Var = dyn_cast<VarDecl>(D); Var && Var->isFileVarDecl())
      checkVariable(Var);
  }

  void finish() override {
    if (licenseOf(C).empty())
      C.report(rules::License, C.sources().getLocForStartOfFile(C.sources().getMainFileID()),
               "the source does not say under which licence it is");
  }

private:
  void checkVariable(const VarDecl *Var) {
    if (isSharedObject(C, Var->getType()) && !Var->getType()->isReferenceType())
      checkName(Var, "map or global");
    // Such a variable's symbol is its plain name: it would take the place of the runtime's own.
    if (Var->hasExternalFormalLinkage() && Var->getIdentifier() &&
        Var->getDeclContext()->getRedeclContext()->isTranslationUnit() &&
        isTakenSymbol(Var->getName()))
      C.report(rules::ProgramName, Var->getLocation(),
               "the symbol '" + Var->getName() + "' is the runtime's or the compiler's")
          .remedy("choose a name that does not begin with rex_ and is no function of C");
  }

  static bool isTakenSymbol(llvm::StringRef Name) {
    return Name.starts_with("rex_") ||
           llvm::is_contained({"memcpy", "memmove", "memset", "memcmp", "bcmp", "strlen",
                               "init_module", "cleanup_module"},
                              Name);
  }

  void checkFunction(const FunctionDecl *Function) {
    if (Function->isDeleted() || Function->isTemplated() || isa<CXXDeductionGuideDecl>(Function))
      return;
    if (!isDefined(Function) && !Function->isDefaulted() && !isShared(C, Function))
      reportUndefined(Function);
    if (isa<CXXMethodDecl>(Function) || !Function->hasExternalFormalLinkage() ||
        Function->isInlined() || Function->isTemplateInstantiation())
      return;
    if (!hookOf(C, Function)) {
      if (!isShared(C, Function))
        reportLinkage(Function);
    } else if (Function->isThisDeclarationADefinition()) {
      checkProgram(Function);
    }
  }

  /// A member of a template that nothing calls has only its pattern's body.
  static bool isDefined(const FunctionDecl *Function) {
    const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern();
    return Function->isDefined() || (Pattern && Pattern->isDefined());
  }

  void reportUndefined(const FunctionDecl *Function) {
    Diagnostic &D =
        C.report(rules::Undefined, Function->getLocation(),
                 "'" + Function->getDeclName().getAsString() + "' is declared but not defined");
    if (!isOneForAllFiles(Function))
      return;
    if (!C.options().Part.empty())
      D.remedy("define it in this file, or declare it in a header that the file which defines it "
               "includes too");
    else if (isInProjectHeader(C, Function->getLocation()))
      D.remedy("define it in this file, or build this file together with the one that does: rex "
               "build a.cpp b.cpp --name x");
  }

  void reportLinkage(const FunctionDecl *Function) {
    Diagnostic &D = C.report(rules::Linkage, Function->getLocation(),
                             "'" + Function->getDeclName().getAsString() +
                                 "' is visible outside, but no program");
    if (Function->getNumParams() == 1 &&
        !C.annotation(Function->getParamDecl(0)->getType(), "rex::hook").empty())
      D.remedy("a program takes its context by reference: const rex::Once&");
    else if (Function->isMain())
      D.remedy("a program has a hook: write rex::Result name(const rex::Once&)");
    else if (!C.options().Part.empty())
      D.remedy("make it static; if other files call it, declare it in a header that they include");
  }

  void checkProgram(const FunctionDecl *Function) {
    if (!Function->getDeclContext()->getRedeclContext()->isTranslationUnit())
      C.report(rules::ProgramName, Function->getLocation(), "a program is not in a namespace");
    checkName(Function, "program");
    const CXXRecordDecl *Hook = hookOf(C, Function);
    const QualType Wanted = resultOf(Hook), Result = Function->getReturnType();
    if (Wanted.isNull() ? isPlainResult(Result) : C.ast().hasSameType(Result, Wanted))
      return;
    const std::string Name = Wanted.isNull() ? "rex::Result"
                             : Wanted->isEnumeralType()
                                 ? Wanted->getAsTagDecl()->getQualifiedNameAsString()
                                 : Wanted.getAsString(C.ast().getPrintingPolicy());
    C.report(rules::Program, Function->getLocation(), "a program with this hook returns " + Name)
        .remedy("write " + Name + " as its return type");
  }

  bool isPlainResult(QualType T) const {
    const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
    return Record && C.isTrusted(Record) && Record->getName() == "Result";
  }

  /// The hook's member type result_type, where results have a meaning of their own; null for the
  /// plain rex::Result.
  QualType resultOf(const CXXRecordDecl *Hook) {
    IdentifierInfo *Name = &C.ast().Idents.get("result_type");
    for (const CXXRecordDecl *Class = Context::definitionOf(Hook); Class;) {
      for (const NamedDecl *Member : Class->lookup(Name))
        if (const auto *Alias = dyn_cast<TypedefNameDecl>(Member))
          return Alias->getUnderlyingType();
      Class = Class->getNumBases()
                  ? Context::definitionOf(Class->bases_begin()->getType()->getAsCXXRecordDecl())
                  : nullptr;
    }
    return {};
  }

  void checkName(const NamedDecl *D, llvm::StringRef What) {
    if (!D->getIdentifier())
      return C.report(rules::ProgramName, D->getLocation(), "an operator is not a " + What), void();
    if (D->getName().size() > LongestName)
      C.report(rules::ProgramName, D->getLocation(),
               "the name of this " + What + " is longer than 63 characters");
    auto [Known, New] = Names.try_emplace(D->getName(), D);
    if (!New && Known->second->getCanonicalDecl() != D->getCanonicalDecl())
      C.report(rules::ProgramName, D->getLocation(),
               "the extension has another '" + D->getName() + "'")
          .note(Known->second->getLocation(), "the other one");
  }

  llvm::StringMap<const NamedDecl *> Names;
};

} // namespace

std::unique_ptr<Family> createLinkingRules(Context &C) { return std::make_unique<LinkingRules>(C); }

} // namespace rex
