// SPDX-License-Identifier: GPL-2.0-only
// Functions that change what other code means, or that the compiler calls on its own.
#include "context.h"

#include <clang/AST/DeclCXX.h>

using namespace clang;

namespace rex {
namespace {

class FunctionRules : public Family {
public:
  using Family::Family;

  void checkDecl(const Decl *D) override {
    const auto *Function = dyn_cast<FunctionDecl>(D);
    if (!Function)
      return;
    if (Function->isVariadic())
      C.report(rules::Varargs, Function->getLocation(), "arguments after ... have no type");
    if (Function->getLiteralIdentifier())
      C.report(rules::Literal, Function->getLocation(), "a user-defined literal takes a pointer");
    if (Function->isOverloadedOperator())
      checkOperator(Function);
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Function))
      if (!Method->getParent()->isLambda())
        checkMethod(Method);
  }

private:
  void checkOperator(const FunctionDecl *Function) {
    const OverloadedOperatorKind Kind = Function->getOverloadedOperator();
    if (!isAllowed(Function, Kind)) {
      C.report(rules::Operator, Function->getLocation(),
               llvm::Twine("operator") + getOperatorSpelling(Kind) + " keeps its meaning");
      return;
    }
    if (isa<CXXMethodDecl>(Function))
      return;
    // Otherwise it could take the place of what the SDK calls for its own types.
    for (const ParmVarDecl *Parameter : Function->parameters())
      if (const TagDecl *Tag = Parameter->getType().getNonReferenceType()->getAsTagDecl();
          Tag && !C.isTrusted(Tag))
        return;
    C.report(rules::Operator, Function->getLocation(),
             "an operator needs a parameter of a type of this extension");
  }

  static bool isAllowed(const FunctionDecl *Function, OverloadedOperatorKind Kind) {
    const unsigned Operands =
        Function->getNumParams() + (isa<CXXMethodDecl>(Function) &&
                                    !cast<CXXMethodDecl>(Function)->isStatic() &&
                                    !Function->hasCXXExplicitFunctionObjectParameter());
    switch (Kind) {
    case OO_Plus:
    case OO_Minus:
    case OO_Star:
    case OO_Slash:
    case OO_Percent:
    case OO_Caret:
    case OO_Pipe:
    case OO_Tilde:
    case OO_Exclaim:
    case OO_Equal:
    case OO_Less:
    case OO_Greater:
    case OO_PlusEqual:
    case OO_MinusEqual:
    case OO_StarEqual:
    case OO_SlashEqual:
    case OO_PercentEqual:
    case OO_CaretEqual:
    case OO_AmpEqual:
    case OO_PipeEqual:
    case OO_LessLess:
    case OO_GreaterGreater:
    case OO_LessLessEqual:
    case OO_GreaterGreaterEqual:
    case OO_EqualEqual:
    case OO_ExclaimEqual:
    case OO_LessEqual:
    case OO_GreaterEqual:
    case OO_Spaceship:
    case OO_PlusPlus:
    case OO_MinusMinus:
    case OO_Call:
    case OO_Subscript:
      return true;
    case OO_Amp:
      return Operands == 2; // the bitwise one, not the address
    default:
      return false;
    }
  }

  void checkMethod(const CXXMethodDecl *Method) {
    if (const auto *Conversion = dyn_cast<CXXConversionDecl>(Method)) {
      if (!Conversion->isExplicit() || !Conversion->getConversionType()->isBooleanType())
        C.report(rules::Conversion, Method->getLocation(), "a conversion that nobody sees");
      return;
    }
    if (!Method->isUserProvided() || !Method->isFirstDecl())
      return;
    if (isa<CXXDestructorDecl>(Method))
      C.report(rules::SpecialMember, Method->getLocation(), "a destructor of one's own")
          .remedy("remove it: handles of the SDK release what they hold; other work belongs into a "
                  "function");
    else if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Method);
             Constructor && Constructor->isCopyOrMoveConstructor())
      C.report(rules::SpecialMember, Method->getLocation(),
               "a copy or move constructor of one's own");
    else if (Method->isCopyAssignmentOperator() || Method->isMoveAssignmentOperator())
      C.report(rules::SpecialMember, Method->getLocation(), "an assignment of one's own");
  }
};

} // namespace

std::unique_ptr<Family> createFunctionRules(Context &C) {
  return std::make_unique<FunctionRules>(C);
}

} // namespace rex
