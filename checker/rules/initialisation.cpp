// SPDX-License-Identifier: GPL-2.0-only
// Everything is initialised, and nothing is used before it is.
#include "context.h"
#include "type_fault.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>

using namespace clang;

namespace rex {
namespace {

/// Whether an expression names a variable.
class Mentions : public RecursiveASTVisitor<Mentions> {
public:
  explicit Mentions(const VarDecl *Var) : Var(Var) {}
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (E->getDecl() == Var)
      Where = E->getLocation();
    return Where.isInvalid();
  }
  bool VisitLambdaExpr(LambdaExpr *E) {
    for (const LambdaCapture &Capture : E->captures())
      if (Capture.capturesVariable() && Capture.getCapturedVar() == Var)
        Where = Capture.getLocation();
    return Where.isInvalid();
  }
  SourceLocation Where;

private:
  const VarDecl *Var;
};

/// Uses of `this` in an initialiser, but for reads of members that are initialised by then.
class EarlyUses : public RecursiveASTVisitor<EarlyUses> {
public:
  explicit EarlyUses(const llvm::DenseSet<const FieldDecl *> &Done) : Done(Done) {}
  bool shouldVisitImplicitCode() const { return true; }
  bool TraverseMemberExpr(MemberExpr *E, DataRecursionQueue * = nullptr) {
    if (isa<CXXThisExpr>(E->getBase()->IgnoreParenImpCasts()) && isa<FieldDecl>(E->getMemberDecl()))
      return Done.contains(cast<FieldDecl>(E->getMemberDecl())) || fail(E->getMemberLoc());
    return RecursiveASTVisitor::TraverseMemberExpr(E);
  }
  bool TraverseCXXDefaultInitExpr(CXXDefaultInitExpr *E, DataRecursionQueue * = nullptr) {
    return TraverseStmt(E->getExpr());
  }
  bool VisitCXXThisExpr(CXXThisExpr *E) { return fail(E->getLocation()); }
  bool TraverseCXXRecordDecl(CXXRecordDecl *) { return true; } // `this` is another one there
  bool VisitLambdaExpr(LambdaExpr *E) {
    for (const LambdaCapture &Capture : E->captures())
      if (Capture.capturesThis())
        return fail(Capture.getLocation());
    return true;
  }
  SourceLocation Where;

private:
  bool fail(SourceLocation Loc) {
    Where = Loc;
    return false;
  }

  const llvm::DenseSet<const FieldDecl *> &Done;
};

class InitialisationRules : public Family {
public:
  using Family::Family;

  void checkDecl(const Decl *D) override {
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(D))
      checkConstructor(Constructor);
    else if (const auto *Field = dyn_cast<FieldDecl>(D))
      checkDefault(Field);
    else if (const auto *Var = dyn_cast<VarDecl>(D))
      checkVariable(Var);
  }

  void checkStmt(const Stmt *S) override {
    const auto *E = dyn_cast<CXXConstructExpr>(S);
    if (!E)
      return;
    const CXXConstructorDecl *Constructor = E->getConstructor();
    const FieldDecl *Field = nullptr;
    if (Constructor->isInheritingConstructor())
      Field = uninitialisedField(Constructor->getParent()); // the base class has its constructor
    else if (Constructor->isDefaultConstructor() && !E->requiresZeroInitialization() &&
             !Constructor->isUserProvided())
      Field = uninitialised(Constructor->getParent());
    if (!Field)
      return;
    Diagnostic &D = C.report(rules::Init, E->getLocation(),
                             C.isTrusted(Field) ? llvm::Twine("this is not initialised")
                                                : "'" + Field->getName() + "' is not initialised");
    D.remedy("write {} after the variable's name, or `= 0` after the member's");
    if (!C.isTrusted(Field))
      D.note(Field->getLocation(), "this member has no value of its own");
  }

private:
  void checkVariable(const VarDecl *Var) {
    if (isa<ParmVarDecl>(Var) || Var->isImplicit())
      return;
    if (!Var->getInit()) {
      if (!Var->hasGlobalStorage() && !Var->isInvalidDecl() && !Var->getType()->isDependentType() &&
          faultOf(C, Var->getType()) == TypeFault::None)
        C.report(rules::Init, Var->getLocation(), "'" + Var->getName() + "' is not initialised")
            .remedy("give it a value: " + Var->getName() + " = …, or " + Var->getName() +
                    "{} for zero");
      return;
    }
    Mentions Self(Var);
    Self.TraverseStmt(const_cast<Expr *>(Var->getInit()));
    if (Self.Where.isValid())
      C.report(rules::SelfInit, Self.Where, "'" + Var->getName() + "' has no value yet");
  }

  /// The first member that a default constructor of the compiler leaves without a value.
  const FieldDecl *uninitialised(const CXXRecordDecl *Record) const {
    if (Record->isLambda() || !Record->hasDefinition())
      return nullptr;
    for (const CXXBaseSpecifier &Base : Record->bases())
      if (const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl();
          Class && !hasOwnDefault(Class))
        if (const FieldDecl *Field = uninitialised(Class))
          return Field;
    return uninitialisedField(Record);
  }

  const FieldDecl *uninitialisedField(const CXXRecordDecl *Record) const {
    for (const FieldDecl *Field : Record->fields()) {
      if (Field->hasInClassInitializer())
        continue;
      const CXXRecordDecl *Class =
          C.ast().getBaseElementType(Field->getType())->getAsCXXRecordDecl();
      if (!Class)
        return Field;
      if (!hasOwnDefault(Class))
        if (const FieldDecl *Inner = uninitialised(Class))
          return Inner;
    }
    return nullptr;
  }

  /// A default constructor that was checked where it is written.
  static bool hasOwnDefault(const CXXRecordDecl *Record) {
    return Record->hasUserProvidedDefaultConstructor();
  }

  void checkDefault(const FieldDecl *Field) {
    const auto *Record = dyn_cast<CXXRecordDecl>(Field->getParent());
    if (!Field->hasInClassInitializer() || !Field->getInClassInitializer() || !Record)
      return;
    llvm::DenseSet<const FieldDecl *> Earlier;
    for (const FieldDecl *Other : Record->fields()) {
      if (Other == Field)
        break;
      Earlier.insert(Other);
    }
    checkUses(Field->getInClassInitializer(), Earlier);
  }

  void checkUses(const Expr *Init, const llvm::DenseSet<const FieldDecl *> &Done) {
    EarlyUses Uses(Done);
    Uses.TraverseStmt(const_cast<Expr *>(Init));
    if (Uses.Where.isValid())
      C.report(rules::InitOrder, Uses.Where, "the object is not complete yet");
  }

  void checkConstructor(const CXXConstructorDecl *Constructor) {
    if (!Constructor->isUserProvided() || !Constructor->isThisDeclarationADefinition() ||
        Constructor->isInheritingConstructor())
      return;
    llvm::DenseSet<const FieldDecl *> Done;
    for (const CXXCtorInitializer *Init : Constructor->inits()) {
      checkUses(Init->getInit(), Done);
      if (Init->isMemberInitializer())
        Done.insert(Init->getMember());
    }
    if (Constructor->isDelegatingConstructor())
      return;
    for (const FieldDecl *Field : Constructor->getParent()->fields())
      if (!Done.contains(Field) && !Field->isUnnamedBitField())
        C.report(rules::ConstructorInit, Constructor->getLocation(),
                 "this constructor does not initialise '" + Field->getName() + "'")
            .note(Field->getLocation(), "the member");
  }
};

} // namespace

std::unique_ptr<Family> createInitialisationRules(Context &C) {
  return std::make_unique<InitialisationRules>(C);
}

} // namespace rex
