// SPDX-License-Identifier: GPL-2.0-only
// References and views are second-class: bound once, in locals and parameters only, to something
// that outlives them.
#include "lifetime.h"

#include "contents.h"
#include "context.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/TypeLoc.h>

using namespace clang;

namespace rex {
namespace {

/// The return statements of one function, without those of closures and local classes in it.
class Returns : public RecursiveASTVisitor<Returns> {
public:
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseDecl(Decl *D) { return isa<RecordDecl>(D) || RecursiveASTVisitor::TraverseDecl(D); }
  bool VisitReturnStmt(ReturnStmt *S) {
    All.push_back(S);
    return true;
  }
  std::vector<const ReturnStmt *> All;
};

class LifetimeRules : public Family {
public:
  using Family::Family;

  void checkDecl(const Decl *D) override {
    if (const auto *Field = dyn_cast<FieldDecl>(D))
      checkField(Field);
    else if (const auto *Function = dyn_cast<FunctionDecl>(D))
      checkFunction(Function);
    else if (const auto *Var = dyn_cast<VarDecl>(D))
      checkVariable(Var);
  }

  void checkStmt(const Stmt *S) override {
    if (const auto *E = dyn_cast<Expr>(S); E && isa<CXXConstructExpr, InitListExpr, CallExpr>(E))
      checkStored(E->getType(), E->getBeginLoc(), Strength::Consequence);
  }

  void checkTypeLoc(TypeLoc TL) override {
    if (TL.getAs<TemplateSpecializationTypeLoc>())
      checkStored(TL.getType(), TL.getBeginLoc(), Strength::Cause);
  }

private:
  void checkField(const FieldDecl *Field) {
    if (const auto *Record = dyn_cast<CXXRecordDecl>(Field->getParent());
        Record && Record->isLambda())
      return;
    if (Field->getType()->isReferenceType() || isView(C, Field->getType()))
      C.report(rules::ViewMember, Field->getLocation(),
               "'" + Field->getName() + "' may outlive what it refers to");
  }

  void checkVariable(const VarDecl *Var) {
    if (isa<ParmVarDecl>(Var) || Var->hasGlobalStorage() || !Var->getInit())
      return checkConstant(Var);
    checkStored(Var->getType(), Var->getLocation(), Strength::Consequence);
    const Expr *Init = Var->getInit();
    if (Var->getType()->isReferenceType())
      checkOrigins(Var, storageOf(C, Init));
    // Also a reference to a view: the view is read through it.
    if (isView(C, Var->getType().getNonReferenceType()))
      checkOrigins(Var, targetsOf(C, Init));
  }

  void checkConstant(const VarDecl *Var) {
    if (!isa<ParmVarDecl>(Var) && isView(C, Var->getType()))
      C.report(rules::ViewStored, Var->getLocation(), "a view in a variable that never ends");
  }

  void checkOrigins(const VarDecl *Var, const Origins &From) {
    for (const Origin &O : From) {
      if (O.Kind == Root::Temporary) {
        C.report(rules::ViewTemporary, Var->getLocation(),
                 name(Var) + " refers to a temporary that is gone after this line")
            .note(O.Loc, "the temporary");
        return;
      }
      if (O.Kind == Root::Unknown) {
        C.report(rules::ViewTemporary, Var->getLocation(),
                 name(Var) + " refers to something whose lifetime is not known")
            .note(O.Loc, "nothing says what this refers to");
        return;
      }
    }
  }

  static std::string name(const VarDecl *Var) {
    return Var->getIdentifier() && !Var->isImplicit() ? ("'" + Var->getName() + "'").str() : "this";
  }

  void checkFunction(const FunctionDecl *Function) {
    if (Function->isTemplated() || Function->isDefaulted() || Function->isDeleted())
      return;
    const QualType Result = Function->getReturnType();
    const bool Closure = isCapturingClosure(C, Result);
    if (!Closure && !Result->isReferenceType() && !isView(C, Result))
      return;
    const auto *Method = dyn_cast<CXXMethodDecl>(Function);
    if (Method && Method->getParent()->isLambda()) {
      C.report(rules::ClosureReturn, Function->getLocation(),
               "a closure that returns a reference, a view, or a closure with references")
          .remedy(
              "return a value; write the function at namespace scope if it must be a reference");
      return;
    }
    if (!Function->doesThisDeclarationHaveABody())
      return;
    Returns Statements;
    Statements.TraverseStmt(Function->getBody());
    for (const ReturnStmt *S : Statements.All)
      if (Closure)
        C.report(rules::ClosureReturn, S->getBeginLoc(),
                 "the closure captures references to variables that end here");
      else if (S->getRetValue())
        checkReturn(S, Result->isReferenceType() ? storageOf(C, S->getRetValue())
                                                 : targetsOf(C, S->getRetValue()));
  }

  void checkReturn(const ReturnStmt *S, const Origins &From) {
    for (const Origin &O : From) {
      const char *Why = whyNot(O.Kind);
      if (!Why)
        continue;
      Diagnostic &D = C.report(rules::ViewReturn, S->getBeginLoc(), Why);
      if (O.Loc.isValid())
        D.note(O.Loc, "it refers to this");
      if (O.Kind == Root::OtherParam)
        D.remedy("declare which parameter the result refers to: T& name [[clang::lifetimebound]]");
      return;
    }
  }

  static const char *whyNot(Root Kind) {
    switch (Kind) {
    case Root::Static:
    case Root::BoundParam:
    case Root::This:
      return nullptr;
    case Root::Local:
      return "the result refers to a variable that ends here";
    case Root::OtherParam:
      return "the result refers to a parameter that does not say so";
    case Root::Temporary:
    case Root::ExtendedTemporary:
      return "the result refers to a temporary that ends here";
    case Root::Unknown:
      return "nothing says what the result refers to";
    }
    llvm_unreachable("not a root");
  }

  /// An SDK template made for values must not be given a view or a reference.
  void checkStored(QualType T, SourceLocation Loc, Strength S) {
    const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
    if (!Record || !C.isTrusted(Record))
      return;
    for (const QualType Stored : typeArguments(Record))
      if (Stored->isReferenceType() || isView(C, Stored))
        C.report(rules::ViewStored, Loc,
                 "'" + Record->getName() + "' would store a reference or a view", S);
  }
};

} // namespace

std::unique_ptr<Family> createLifetimeRules(Context &C) {
  return std::make_unique<LifetimeRules>(C);
}

} // namespace rex
