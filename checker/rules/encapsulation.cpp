// SPDX-License-Identifier: GPL-2.0-only
// The SDK's invariants are the SDK's: what is not public is not named, nothing is added to it,
// nothing is derived from it.
#include "context.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/TypeLoc.h>
#include <clang/Lex/Token.h>

using namespace clang;

namespace rex {
namespace {

class EncapsulationRules : public Family {
public:
  using Family::Family;

  void checkToken(const Token &T) override {
    // `template` that begins no template<...> and follows no ., -> or :: instantiates.
    if (Template.isValid() && T.isNot(tok::less))
      C.report(rules::Specialisation, Template, "explicit instantiation");
    Template = T.is(tok::kw_template) && !AfterQualifier ? T.getLocation() : SourceLocation();
    AfterQualifier = T.isOneOf(tok::period, tok::arrow, tok::coloncolon);
  }

  void checkDecl(const Decl *D) override {
    if (const auto *NS = dyn_cast<NamespaceDecl>(D))
      return checkNamespace(NS);
    if (const auto *Directive = dyn_cast<UsingDirectiveDecl>(D))
      return checkName(Directive->getNominatedNamespaceAsWritten(), Directive->getIdentLocation());
    if (const auto *Alias = dyn_cast<NamespaceAliasDecl>(D))
      return checkName(Alias->getAliasedNamespace(), Alias->getTargetNameLoc());
    if (const auto *Using = dyn_cast<UsingShadowDecl>(D))
      return checkName(Using->getTargetDecl(), Using->getLocation());
    if (const auto *Record = dyn_cast<CXXRecordDecl>(D))
      checkBases(Record);
    checkOwner(D);
  }

  void checkPattern(const Decl *D) override { checkOwner(D); }

  void checkStmt(const Stmt *S) override {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      checkUse(Ref->getDecl(), Ref->getLocation());
  }

  void checkTypeLoc(TypeLoc TL) override {
    if (auto Tag = TL.getAs<TagTypeLoc>())
      checkName(Tag.getDecl(), TL.getBeginLoc());
    else if (auto Alias = TL.getAs<TypedefTypeLoc>())
      checkName(Alias.getDecl(), TL.getBeginLoc());
    else if (auto Special = TL.getAs<TemplateSpecializationTypeLoc>())
      if (const TemplateDecl *Template =
              Special.getTypePtr()->getTemplateName().getAsTemplateDecl())
        checkName(Template, TL.getBeginLoc());
  }

  void checkQualifier(NestedNameSpecifierLoc NNS) override {
    const NestedNameSpecifier Qualifier = NNS.getNestedNameSpecifier();
    if (Qualifier.getKind() == NestedNameSpecifier::Kind::Namespace)
      checkName(Qualifier.getAsNamespaceAndPrefix().Namespace, NNS.getLocalBeginLoc());
  }

private:
  void checkNamespace(const NamespaceDecl *NS) {
    if (C.isTrusted(NS) || NS->isAnonymousNamespace())
      return;
    if (NS->getName() == "rex" || NS->getName() == "std")
      C.report(rules::SdkNamespace, NS->getLocation(),
               "'" + NS->getName() + "' is not this file's namespace");
  }

  /// A member is reached through an object or a name, which is checked itself; an operator is
  /// called by its sign, for example by a range-based for.
  void checkUse(const NamedDecl *D, SourceLocation Loc) {
    const auto *Function = dyn_cast<FunctionDecl>(D);
    if (!D->isCXXClassMember() && !(Function && Function->isOverloadedOperator()))
      checkName(D, Loc);
  }

  void checkName(const NamedDecl *D, SourceLocation Loc) {
    if (C.isTrusted(Loc))
      return;
    if (const auto *Alias = dyn_cast<NamespaceAliasDecl>(D))
      D = Alias->getNamespace();
    if (C.isInternal(D))
      C.report(rules::SdkInternal, Loc,
               "'" + D->getNameAsString() +
                   "' is the SDK's own: its callers have to keep promises "
                   "that only the SDK can");
  }

  /// Nothing of the user's becomes a member of what the SDK declares.
  void checkOwner(const Decl *D) {
    if (isSpecialisation(D)) {
      const NamedDecl *Template = specialised(D);
      if (Template && C.isTrusted(Template))
        C.report(rules::Specialisation, D->getLocation(),
                 "a specialisation of the SDK's '" + Template->getNameAsString() + "'");
      return;
    }
    const DeclContext *Owner = D->getDeclContext();
    if (const auto *Record = dyn_cast_or_null<CXXRecordDecl>(Owner);
        Record && !Record->isLambda() && C.isTrusted(Record))
      C.report(rules::SdkNamespace, D->getLocation(),
               "a member of the SDK's '" + Record->getName() + "'");
    else if (const auto *NS = dyn_cast_or_null<NamespaceDecl>(Owner);
             NS && C.isTrusted(NS->getFirstDecl()) && !NS->isAnonymousNamespace() &&
             !isa<NamespaceDecl>(D->getLexicalDeclContext()))
      C.report(rules::SdkNamespace, D->getLocation(),
               "'" + NS->getName() + "' is not this file's namespace");
  }

  static bool isSpecialisation(const Decl *D) {
    if (const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(D))
      return Class->getSpecializationKind() == TSK_ExplicitSpecialization;
    if (const auto *Var = dyn_cast<VarTemplateSpecializationDecl>(D))
      return Var->getSpecializationKind() == TSK_ExplicitSpecialization;
    if (const auto *Function = dyn_cast<FunctionDecl>(D))
      return Function->getTemplateSpecializationKind() == TSK_ExplicitSpecialization;
    return false;
  }

  static const NamedDecl *specialised(const Decl *D) {
    if (const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(D))
      return Class->getSpecializedTemplate();
    if (const auto *Var = dyn_cast<VarTemplateSpecializationDecl>(D))
      return Var->getSpecializedTemplate();
    const auto *Function = cast<FunctionDecl>(D);
    if (const FunctionTemplateDecl *Primary = Function->getPrimaryTemplate())
      return Primary;
    return Function->getInstantiatedFromMemberFunction();
  }

  void checkBases(const CXXRecordDecl *Record) {
    if (!Record->hasDefinition() || !Record->isThisDeclarationADefinition())
      return;
    for (const CXXBaseSpecifier &Base : Record->bases())
      if (const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl();
          Class && (C.isTrusted(Class) || Class->isLambda()))
        C.report(rules::InheritSdk, Base.getBeginLoc(),
                 Class->isLambda() ? llvm::Twine("inheriting from a closure")
                                   : "inheriting from the SDK's '" + Class->getName() + "'");
  }

  SourceLocation Template; // of the previous token, where it was `template`
  bool AfterQualifier = false;
};

} // namespace

std::unique_ptr<Family> createEncapsulationRules(Context &C) {
  return std::make_unique<EncapsulationRules>(C);
}

} // namespace rex
