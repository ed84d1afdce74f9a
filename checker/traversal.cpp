// SPDX-License-Identifier: GPL-2.0-only
#include "traversal.h"

#include "contents.h"
#include "context.h"

#include <clang/AST/RecursiveASTVisitor.h>

using namespace clang;

namespace rex {
namespace {

class Traversal : public RecursiveASTVisitor<Traversal> {
  using Base = RecursiveASTVisitor<Traversal>;

public:
  Traversal(Context &C, llvm::ArrayRef<std::unique_ptr<Family>> Families)
      : C(C), Families(Families) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }
  bool shouldVisitLambdaBody() const { return true; }

  bool TraverseDecl(Decl *D) {
    if (!D)
      return true;
    if (!isa<TranslationUnitDecl>(D) && skip(D))
      return true;
    if (isPattern(D))
      return traversePattern(D);
    Visited.insert(D->getCanonicalDecl());
    return Base::TraverseDecl(D);
  }

  bool VisitDecl(Decl *D) {
    if (isa<TranslationUnitDecl>(D) || C.isTrusted(D))
      return true;
    for (const auto &F : Families)
      F->checkDecl(D);
    return true;
  }

  bool VisitStmt(Stmt *S) {
    noteUse(S);
    if (C.isTrusted(S->getBeginLoc()) && C.isTrusted(S->getEndLoc()) && !isImplicitNode(S))
      return true; // the body of an SDK macro
    for (const auto &F : Families)
      F->checkStmt(S);
    return true;
  }

  bool VisitTypeLoc(TypeLoc TL) {
    if (!C.isTrusted(TL.getBeginLoc()))
      for (const auto &F : Families)
        F->checkTypeLoc(TL);
    return true;
  }

  bool TraverseNestedNameSpecifierLoc(NestedNameSpecifierLoc NNS) {
    if (NNS && !C.isTrusted(NNS.getLocalBeginLoc()))
      for (const auto &F : Families)
        F->checkQualifier(NNS);
    return Base::TraverseNestedNameSpecifierLoc(NNS);
  }

  // The SDK's own initialisers and default arguments are not the user's code, wherever they are
  // used; the user's are walked where they are written.
  bool TraverseCXXDefaultInitExpr(CXXDefaultInitExpr *E, DataRecursionQueue * = nullptr) {
    return C.isTrusted(E->getField()) || Base::TraverseCXXDefaultInitExpr(E);
  }
  bool TraverseCXXDefaultArgExpr(CXXDefaultArgExpr *E, DataRecursionQueue * = nullptr) {
    return C.isTrusted(E->getParam()) || Base::TraverseCXXDefaultArgExpr(E);
  }

  // What only asks whether something would compile is never executed.
  bool TraverseRequiresExpr(RequiresExpr *, DataRecursionQueue * = nullptr) { return true; }
  bool TraverseConceptDecl(ConceptDecl *D) { return WalkUpFromConceptDecl(D); }
  bool TraverseConceptReference(ConceptReference *Ref) {
    return TraverseNestedNameSpecifierLoc(Ref->getNestedNameSpecifierLoc());
  }

  /// The bodies of closures are reached through the expression that makes them.  Some closures
  /// have no such expression in what is walked: an alias template's, a default template
  /// argument's.  But whoever calls or passes one has an expression of its type.
  void traverseUsed() {
    while (!Used.empty()) {
      Decl *D = Used.pop_back_val();
      if (!Visited.contains(D->getCanonicalDecl()))
        TraverseDecl(D);
    }
  }

private:
  /// Remembers closures and functions of the user that something mentions.
  void noteUse(const Stmt *S) {
    const auto *E = dyn_cast<Expr>(S);
    if (!E || E->getType().isNull() || E->isTypeDependent())
      return;
    noteType(E->getType());
    const Decl *D = nullptr;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      D = Ref->getDecl();
    else if (const auto *Member = dyn_cast<MemberExpr>(E))
      D = Member->getMemberDecl();
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
      D = Construct->getConstructor();
    const auto *Function = dyn_cast_or_null<FunctionDecl>(D);
    if (!Function)
      return;
    if (const TemplateArgumentList *Arguments = Function->getTemplateSpecializationArgs())
      for (const QualType T : typeArguments(Arguments->asArray()))
        noteType(T);
    if (Function->getDefinition() && !C.isTrusted(Function))
      Used.push_back(const_cast<FunctionDecl *>(Function->getDefinition()));
  }

  /// A closure without captures needs no expression: a template that is given its type can make
  /// one.
  void noteType(QualType T) {
    T = T.getNonReferenceType().getCanonicalType();
    CXXRecordDecl *Class = T->getAsCXXRecordDecl();
    if (!Class || !SeenTypes.insert(Class).second)
      return;
    if (Class->isLambda() && !Class->isDependentContext())
      Used.push_back(Class);
    for (const QualType Part : typeArguments(Class))
      noteType(Part);
  }

  bool skip(const Decl *D) const {
    if (isa<LinkageSpecDecl, NamespaceDecl>(D))
      return false; // may hold both kinds; the user's part is inside
    if (C.isTrusted(D))
      return true;
    if (const auto *Method = dyn_cast<CXXMethodDecl>(D)) {
      // A closure's members but for its call operator are the compiler's.
      if (Method->getParent()->isLambda())
        return Method->getParent()->getLambdaCallOperator() != Method &&
               Method->getOverloadedOperator() != OO_Call;
      // Memberwise functions do what the members' own do.
      return Method->isImplicit();
    }
    // What a closure captures is checked where it is captured.
    if (const auto *Field = dyn_cast<FieldDecl>(D))
      if (const auto *Class = dyn_cast<CXXRecordDecl>(Field->getParent()))
        return Class->isLambda();
    if (isa<CXXDeductionGuideDecl>(D) && D->isImplicit())
      return true;
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
      const FunctionDecl *Templated = Template->getTemplatedDecl();
      if (isa<CXXDeductionGuideDecl>(Templated) && Templated->isImplicit())
        return true;
      return isa<CXXConversionDecl>(Templated) && Templated->isImplicit();
    }
    return isa<CXXRecordDecl>(D) && D->isImplicit() && !cast<CXXRecordDecl>(D)->isLambda();
  }

  /// Implicit nodes take the place of what they stand in.
  static bool isImplicitNode(const Stmt *S) {
    return isa<ImplicitCastExpr, CXXDefaultArgExpr, CXXDefaultInitExpr, ExprWithCleanups,
               MaterializeTemporaryExpr, CXXBindTemporaryExpr>(S);
  }

  static bool isPattern(const Decl *D) {
    if (isa<TemplateTypeParmDecl, NonTypeTemplateParmDecl, TemplateTemplateParmDecl>(D))
      return true;
    if (isa<RedeclarableTemplateDecl>(D))
      return false; // holds the instantiations
    if (isa<ClassTemplatePartialSpecializationDecl, VarTemplatePartialSpecializationDecl>(D))
      return true;
    return D->isTemplated() && isa<FunctionDecl, CXXRecordDecl, VarDecl, TypedefNameDecl, FieldDecl,
                                   EnumDecl, UsingDecl, UsingShadowDecl>(D);
  }

  bool traversePattern(Decl *D) {
    for (const auto &F : Families)
      F->checkPattern(D);
    // Where the default is used, its value is there and not what it was made from.
    if (const auto *Parameter = dyn_cast<NonTypeTemplateParmDecl>(D);
        Parameter && Parameter->hasDefaultArgument() && !C.isTrusted(D))
      if (Expr *Default = Parameter->getDefaultArgument().getSourceExpression();
          Default && !Default->isInstantiationDependent())
        return TraverseStmt(Default);
    return true;
  }

  Context &C;
  llvm::ArrayRef<std::unique_ptr<Family>> Families;
  llvm::DenseSet<const Decl *> Visited;
  llvm::SmallVector<Decl *> Used;
  llvm::DenseSet<const CXXRecordDecl *> SeenTypes;
};

} // namespace

void traverse(Context &C, llvm::ArrayRef<std::unique_ptr<Family>> Families) {
  Traversal Walk(C, Families);
  Walk.TraverseDecl(C.ast().getTranslationUnitDecl());
  Walk.traverseUsed();
  for (const auto &F : Families)
    F->finish();
}

} // namespace rex
