// SPDX-License-Identifier: GPL-2.0-only
// Objects that outlive an invocation, and objects that the runtime owns.
#include "contents.h"
#include "context.h"
#include "manifest/entity.h"
#include "parts.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>

using namespace clang;

namespace rex {
namespace {

class GlobalRules : public Family {
public:
  using Family::Family;

  void checkDecl(const Decl *D) override {
    if (const auto *Var = dyn_cast<VarDecl>(D))
      checkVariable(Var);
    else if (const auto *Field = dyn_cast<FieldDecl>(D))
      checkPlace(Field, Field->getType(), "a member");
    else if (const auto *Function = dyn_cast<FunctionDecl>(D))
      checkPlace(Function, Function->getReturnType(), "a result");
  }

  void checkStmt(const Stmt *S) override {
    const auto *E = dyn_cast<Expr>(S);
    // An array of the SDK has members that nothing else constructs.
    if (!E || E->isTypeDependent() ||
        !isa<CXXConstructExpr, InitListExpr, CXXParenListInitExpr, CXXScalarValueInitExpr,
             ImplicitValueInitExpr>(E))
      return;
    if (holdsContext(C, E->getType()))
      C.report(rules::Context, E->getBeginLoc(), "this would be a context that no hook has made",
               Strength::Consequence);
    else if (isa<CXXConstructExpr>(E) && !Allowed.contains(E) && holdsSharedObject(C, E->getType()))
      C.report(rules::MapScope, E->getExprLoc(), "this would be a map of its own");
  }

private:
  void checkVariable(const VarDecl *Var) {
    if (isa<ParmVarDecl>(Var))
      return checkPlace(Var, Var->getType(), "a parameter");
    if (!Var->hasGlobalStorage()) {
      if (!Var->getType()->isReferenceType())
        checkPlace(Var, Var->getType(), "a local variable");
      return;
    }
    if (Var->hasExternalStorage() && !isShared(C, Var)) {
      C.report(rules::Extern, Var->getLocation(),
               "'" + Var->getName() + "' is neither a map nor another object that files can share")
          .remedy("write inline constexpr for a constant; share changing data through a map");
      return;
    }
    if (isSharedObject(C, Var->getType()) && !Var->getType()->isReferenceType())
      return checkSharedObject(Var);
    if (Var->isConstexpr() && !Var->isThisDeclarationADefinition() && !Var->getInit())
      return;
    if (holdsContext(C, Var->getType()) || holdsSharedObject(C, Var->getType()))
      return checkPlace(Var, Var->getType(), "part of a constant");
    if (Var->isConstexpr()) {
      checkReferred(Var);
      return;
    }
    if (Var->isStaticLocal()) {
      C.report(rules::StaticLocal, Var->getLocation(),
               "'" + Var->getName() + "' would be shared by programs on all processors");
      return;
    }
    Diagnostic &D = C.report(rules::Global, Var->getLocation(),
                             "'" + Var->getName() +
                                 "' is a global variable that is neither a map, "
                                 "an atomic, nor constexpr");
    if (Var->getType().isConstQualified())
      D.remedy("write constexpr instead of const");
    else if (Var->getType()->isIntegralOrEnumerationType())
      D.remedy("write rex::Atomic<" + Var->getType().getAsString(C.ast().getPrintingPolicy()) +
               "> " + Var->getName() + "; programs run on all processors at once");
  }

  /// `constexpr int&& r = 0;` makes an object that lives for ever, and is not const.
  void checkReferred(const VarDecl *Var) {
    const QualType T = Var->getType();
    if (!T->isReferenceType() || T->getPointeeType().isConstQualified() ||
        isSharedObject(C, T->getPointeeType()))
      return;
    C.report(rules::Global, Var->getLocation(),
             "'" + Var->getName() +
                 "' refers to an object that is neither a map, an atomic, nor "
                 "const")
        .remedy("write constexpr auto for a constant; keep what changes in a map or a global "
                "rex::Atomic<T>");
  }

  void checkSharedObject(const VarDecl *Var) {
    const auto *Init = dyn_cast_or_null<CXXConstructExpr>(
        Var->getInit() ? Var->getInit()->IgnoreImplicit() : nullptr);
    if (Init)
      Allowed.insert(Init);
    if (!Var->isFileVarDecl() || Var->isStaticDataMember() || !Var->hasExternalFormalLinkage() ||
        isa<VarTemplateSpecializationDecl>(Var) || Var->isInAnonymousNamespace())
      C.report(rules::MapScope, Var->getLocation(),
               "'" + Var->getName() + "' would be invisible to user space");
    else if (Var->getType().isConstQualified())
      C.report(rules::MapScope, Var->getLocation(), "'" + Var->getName() + "' is const")
          .remedy("remove const or constexpr");
    else if (Var->isThisDeclarationADefinition() == VarDecl::Definition && !Var->evaluateValue())
      C.report(rules::MapScope, Var->getLocation(),
               "'" + Var->getName() + "' is initialised while the program runs")
          .remedy("give it a constant, or nothing");
  }

  void checkPlace(const Decl *D, QualType T, llvm::StringRef What) {
    if (T->isReferenceType() || T->isDependentType())
      return;
    if (holdsSharedObject(C, T))
      C.report(rules::MapScope, D->getLocation(), What + " cannot be or hold a map or an atomic")
          .remedy("declare it as a global variable, and pass it by reference");
    else if (holdsContext(C, T))
      C.report(rules::Context, D->getLocation(), What + " cannot be or hold a context");
  }

  llvm::DenseSet<const Expr *> Allowed;
};

} // namespace

std::unique_ptr<Family> createGlobalRules(Context &C) { return std::make_unique<GlobalRules>(C); }

} // namespace rex
