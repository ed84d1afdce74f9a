// SPDX-License-Identifier: GPL-2.0-only
// Conversions, calls, and operators whose operands matter.
#include "context.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>

using namespace clang;

namespace rex {
namespace {

class ExpressionRules : public Family {
public:
  using Family::Family;

  void checkStmt(const Stmt *S) override {
    if (const auto *Argument = dyn_cast<SubstNonTypeTemplateParmExpr>(S))
      noteArgument(Argument);
    if (const auto *Cast = dyn_cast<CastExpr>(S))
      checkCast(Cast);
    else if (const auto *Call = dyn_cast<CallExpr>(S))
      checkCall(Call);
    else if (const auto *Pseudo = dyn_cast<CXXPseudoDestructorExpr>(S))
      C.report(rules::DestructorCall, Pseudo->getOperatorLoc(), "an explicit destructor call");
    else if (const auto *Member = dyn_cast<MemberExpr>(S);
             Member && isa<CXXDestructorDecl>(Member->getMemberDecl()))
      C.report(rules::DestructorCall, Member->getOperatorLoc(),
               "the object would be destroyed a second time at the end of its scope");
  }

private:
  /// An enumerator as a template argument becomes a number, which the compiler casts.
  void noteArgument(const SubstNonTypeTemplateParmExpr *Argument) {
    const auto *Cast = dyn_cast<CastExpr>(Argument->getReplacement());
    const EnumDecl *Enum = Argument->getType()->getAsEnumDecl();
    Expr::EvalResult Value;
    if (!Cast || !Enum || !Enum->getDefinition() || !Cast->EvaluateAsInt(Value, C.ast()))
      return;
    if (llvm::any_of(Enum->getDefinition()->enumerators(), [&](const EnumConstantDecl *Each) {
          return llvm::APSInt::isSameValue(Each->getInitVal(), Value.Val.getInt());
        }))
      Enumerators.insert(Cast);
  }

  void checkCast(const CastExpr *Cast) {
    if (Cast->getType()->isDependentType() || Enumerators.contains(Cast))
      return;
    if (Cast->getCastKind() == CK_IntegralCast && Cast->getType()->isEnumeralType())
      C.report(rules::EnumCast, Cast->getBeginLoc(),
               "a number need not be one of the enum's values");
    else if (const auto *Explicit = dyn_cast<ExplicitCastExpr>(Cast))
      checkExplicit(Explicit);
    else if (!isAllowed(Cast->getCastKind()))
      C.report(rules::Cast, Cast->getBeginLoc(),
               llvm::Twine("an implicit conversion (") + Cast->getCastKindName() +
                   ") that is not part of the language",
               Strength::Consequence);
  }

  void checkExplicit(const ExplicitCastExpr *Cast) {
    const QualType To = Cast->getTypeAsWritten();
    if (Cast->getCastKind() == CK_ToVoid)
      return;
    if (isa<CStyleCastExpr>(Cast)) {
      Diagnostic &D = C.report(rules::Cast, Cast->getBeginLoc(), "a C cast converts anything");
      if (To->isIntegralType(C.ast()))
        D.remedy("write static_cast<" + To.getAsString(C.ast().getPrintingPolicy()) + ">(…)");
      return;
    }
    if (!isa<CXXStaticCastExpr, CXXFunctionalCastExpr>(Cast) || To->isReferenceType() ||
        !isAllowed(Cast->getCastKind())) {
      C.report(rules::Cast, Cast->getBeginLoc(),
               "a cast to '" + To.getAsString(C.ast().getPrintingPolicy()) + "'");
      return;
    }
    if (isa<CXXStaticCastExpr>(Cast) && !To->isIntegralType(C.ast()))
      C.report(rules::Cast, Cast->getBeginLoc(),
               "a cast to '" + To.getAsString(C.ast().getPrintingPolicy()) + "'");
  }

  static bool isAllowed(CastKind Kind) {
    switch (Kind) {
    case CK_LValueToRValue:
    case CK_NoOp:
    case CK_IntegralCast:
    case CK_IntegralToBoolean:
    case CK_BooleanToSignedIntegral:
    case CK_ConstructorConversion:
    case CK_UserDefinedConversion:
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
    case CK_FunctionToPointerDecay: // a callee; elsewhere the types say no
    case CK_ToVoid:
      return true;
    default:
      return false;
    }
  }

  void checkCall(const CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee) {
      if (!Call->isTypeDependent() && !isa<CXXPseudoDestructorExpr>(Call->getCallee()))
        C.report(rules::FunctionPointer, Call->getBeginLoc(),
                 "nobody can say which function this calls", Strength::Consequence);
      return;
    }
    if (Callee->getBuiltinID() != 0 && !C.isTrusted(Call->getCallee()->getBeginLoc()))
      C.report(rules::ReservedName, Call->getBeginLoc(),
               "'" + Callee->getNameAsString() + "' belongs to the compiler");
  }

  llvm::DenseSet<const CastExpr *> Enumerators;
};

} // namespace

std::unique_ptr<Family> createExpressionRules(Context &C) {
  return std::make_unique<ExpressionRules>(C);
}

} // namespace rex
