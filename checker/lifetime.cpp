// SPDX-License-Identifier: GPL-2.0-only
#include "lifetime.h"

#include "contents.h"
#include "context.h"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>

using namespace clang;

namespace rex {
namespace {

/// Deeper expressions are not analysed but rejected.
constexpr unsigned DeepestExpression = 64;

class Tracer {
public:
  explicit Tracer(const Context &C) : C(C) {}

  Origins Found;

  void storage(const Expr *E, unsigned Depth = 0) {
    if (!E || Depth > DeepestExpression)
      return add(Root::Unknown, E);
    if (const Expr *Inner = transparent(E))
      return storage(Inner, Depth + 1);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return storageOfDecl(Ref->getDecl(), E, Depth);
    if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
      return temporary(Temporary);
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      return member(Member, Depth);
    if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
      if (isa<CXXThisExpr>(Unary->getSubExpr()->IgnoreParens()))
        return add(Root::This, E);
      return storage(Unary->getSubExpr(), Depth + 1); // ++x
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(E))
      return storage(Binary->getOpcode() == BO_Comma ? Binary->getRHS() : Binary->getLHS(),
                     Depth + 1);
    if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
      storage(Choice->getTrueExpr(), Depth + 1);
      return storage(Choice->getFalseExpr(), Depth + 1);
    }
    if (const auto *Call = dyn_cast<CallExpr>(E))
      return call(Call, Depth);
    if (isa<StringLiteral>(E))
      return add(Root::Static, E);
    add(Root::Unknown, E);
  }

  void targets(const Expr *E, unsigned Depth = 0) {
    if (!E || Depth > DeepestExpression)
      return add(Root::Unknown, E);
    if (const Expr *Inner = transparent(E))
      return targets(Inner, Depth + 1);
    if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
      return targets(Temporary->getSubExpr(), Depth + 1);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return targetsOfDecl(Ref->getDecl(), E, Depth);
    if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
      targets(Choice->getTrueExpr(), Depth + 1);
      return targets(Choice->getFalseExpr(), Depth + 1);
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(E); Binary && Binary->isCommaOp())
      return targets(Binary->getRHS(), Depth + 1);
    if (const auto *List = dyn_cast<InitListExpr>(E)) {
      for (const Expr *Init : List->inits())
        if (isView(C, Init->getType()))
          targets(Init, Depth + 1);
        else if (Init->isGLValue())
          storage(Init, Depth + 1);
      return;
    }
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
      return construct(Construct, Depth);
    if (const auto *Call = dyn_cast<CallExpr>(E))
      return call(Call, Depth);
    if (const auto *Lambda = dyn_cast<LambdaExpr>(E))
      return captures(Lambda, Depth);
    if (const auto *Unary = dyn_cast<UnaryOperator>(E); // a view's own *this
        Unary && isa<CXXThisExpr>(Unary->getSubExpr()->IgnoreParens()))
      return add(Root::This, E);
    add(Root::Unknown, E);
  }

private:
  void add(Root Kind, const Expr *E) {
    Found.push_back({Kind, E ? E->getBeginLoc() : SourceLocation()});
  }

  /// What E passes on unchanged.
  static const Expr *transparent(const Expr *E) {
    if (const auto *Paren = dyn_cast<ParenExpr>(E))
      return Paren->getSubExpr();
    if (const auto *Full = dyn_cast<FullExpr>(E))
      return Full->getSubExpr();
    if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(E))
      return Bind->getSubExpr();
    if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
      return Default->getExpr();
    if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E))
      return Default->getExpr();
    if (const auto *Argument = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
      return Argument->getReplacement();
    if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E))
      return Rewritten->getSemanticForm();
    if (const auto *Cast = dyn_cast<CastExpr>(E))
      return Cast->getSubExpr();
    if (const auto *Pack = dyn_cast<PackIndexingExpr>(E))
      return Pack->getSelectedExpr();
    return nullptr;
  }

  void temporary(const MaterializeTemporaryExpr *E) {
    switch (E->getStorageDuration()) {
    case SD_Static:
      return add(Root::Static, E);
    case SD_Automatic:
      return add(Root::ExtendedTemporary, E);
    case SD_FullExpression:
    case SD_Thread:
    case SD_Dynamic:
      return add(Root::Temporary, E);
    }
  }

  void member(const MemberExpr *E, unsigned Depth) {
    const ValueDecl *D = E->getMemberDecl();
    if (isa<VarDecl, EnumConstantDecl, FunctionDecl>(D))
      return add(Root::Static, E);
    if (!E->isArrow())
      return storage(E->getBase(), Depth + 1);
    const Expr *Base = E->getBase()->IgnoreParenImpCasts();
    if (isa<CXXThisExpr>(Base))
      return add(Root::This, E);
    if (const auto *Arrow = dyn_cast<CallExpr>(Base))
      return call(Arrow, Depth + 1);
    add(Root::Unknown, E);
  }

  void storageOfDecl(const ValueDecl *D, const Expr *E, unsigned Depth) {
    if (const auto *Binding = dyn_cast<BindingDecl>(D))
      return Binding->getBinding() ? storage(Binding->getBinding(), Depth + 1)
                                   : add(Root::Unknown, E);
    const auto *Var = dyn_cast<VarDecl>(D);
    if (!Var || Var->hasGlobalStorage())
      return add(Root::Static, E); // also functions, and objects as template arguments
    if (!Var->getType()->isReferenceType())
      return add(Root::Local, E);
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Var))
      return parameter(Parameter, E);
    if (Var->getInit())
      return storage(Var->getInit(), Depth + 1);
    add(Root::Unknown, E);
  }

  void targetsOfDecl(const ValueDecl *D, const Expr *E, unsigned Depth) {
    const auto *Var = dyn_cast<VarDecl>(D);
    if (!Var || isa<BindingDecl>(D))
      return add(Root::Unknown, E);
    if (Var->hasGlobalStorage())
      return add(Root::Static, E);
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Var))
      return parameter(Parameter, E);
    if (Var->getInit())
      return targets(Var->getInit(), Depth + 1);
    add(Root::Unknown, E);
  }

  void parameter(const ParmVarDecl *Parameter, const Expr *E) {
    add(isBound(C, Parameter) ? Root::BoundParam : Root::OtherParam, E);
  }

  void captures(const LambdaExpr *Lambda, unsigned Depth) {
    auto Init = Lambda->capture_init_begin();
    for (const LambdaCapture &Capture : Lambda->captures()) {
      const Expr *Value = *Init++;
      if (Capture.capturesThis())
        add(Root::This, Lambda);
      else if (Capture.getCaptureKind() == LCK_ByRef)
        storage(Value, Depth + 1);
      else if (Value && isView(C, Value->getType()))
        targets(Value, Depth + 1);
    }
  }

  /// A copy refers to what the original refers to; another constructor to its arguments.
  void construct(const CXXConstructExpr *E, unsigned Depth) {
    if (E->getConstructor()->isCopyOrMoveConstructor())
      return targets(E->getArg(0), Depth + 1);
    for (const Expr *Argument : E->arguments())
      argument(Argument, Depth);
  }

  void argument(const Expr *Argument, unsigned Depth) {
    if (isView(C, Argument->getType()))
      targets(Argument, Depth + 1);
    else if (Argument->isGLValue())
      storage(Argument, Depth + 1);
  }

  /// The result of a call refers to what its object and its bound parameters refer to.
  void call(const CallExpr *E, unsigned Depth) {
    const FunctionDecl *Callee = E->getDirectCallee();
    if (!Callee)
      return add(Root::Unknown, E);
    const size_t Before = Found.size();
    // A reference to a view may be one to the argument itself.
    const bool ToView = E->isGLValue() && isView(C, E->getType());
    const auto follow = [&](const Expr *Argument) {
      if (ToView && Argument->isGLValue())
        storage(Argument, Depth + 1);
      else
        argument(Argument, Depth);
    };
    unsigned First = 0;
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (Method && Method->isImplicitObjectMemberFunction()) {
      if (const auto *MemberCall = dyn_cast<CXXMemberCallExpr>(E)) {
        object(MemberCall, follow, Depth);
      } else {
        First = 1; // an operator's object is its first argument
        follow(E->getArg(0));
      }
    } else if (isa<CXXOperatorCallExpr>(E) && Method && Method->isStatic()) {
      First = 1; // evaluated, and ignored
    }
    for (unsigned I = First; I < E->getNumArgs(); ++I)
      if (I - First < Callee->getNumParams() && isBound(C, Callee->getParamDecl(I - First)))
        follow(E->getArg(I));
    // A function of the user is checked to return nothing else; the SDK's have to say it.
    if (Found.size() == Before)
      add(C.isTrusted(Callee) ? Root::Unknown : Root::Static, E);
  }

  void object(const CXXMemberCallExpr *E, llvm::function_ref<void(const Expr *)> Follow,
              unsigned Depth) {
    const Expr *Object = E->getImplicitObjectArgument();
    if (!Object->getType()->isPointerType())
      return Follow(Object);
    const Expr *Base = Object->IgnoreParenImpCasts();
    if (isa<CXXThisExpr>(Base))
      return add(Root::This, E);
    if (const auto *Arrow = dyn_cast<CallExpr>(Base))
      return call(Arrow, Depth + 1);
    add(Root::Unknown, E);
  }

  const Context &C;
};

bool mayBeReferredTo(const Context &C, const ParmVarDecl *Parameter) {
  return Parameter->getType()->isReferenceType() || isView(C, Parameter->getType());
}

/// Any declaration counts, so that callers, who may have seen another one, and the definition
/// agree.
bool isDeclaredBound(const FunctionDecl *Function, const ParmVarDecl *Parameter) {
  const unsigned Index = Parameter->getFunctionScopeIndex();
  return llvm::any_of(Function->redecls(), [&](const FunctionDecl *D) {
    return Index < D->getNumParams() && D->getParamDecl(Index)->hasAttr<LifetimeBoundAttr>();
  });
}

} // namespace

Origins storageOf(const Context &C, const Expr *E) {
  Tracer T(C);
  T.storage(E);
  return T.Found;
}

Origins targetsOf(const Context &C, const Expr *E) {
  Tracer T(C);
  T.targets(E);
  return T.Found;
}

bool isBound(const Context &C, const ParmVarDecl *Parameter) {
  const auto *Function = dyn_cast_or_null<FunctionDecl>(Parameter->getDeclContext());
  if (!Function)
    return false;
  if (isDeclaredBound(Function, Parameter))
    return true;
  if (!mayBeReferredTo(C, Parameter))
    return false;
  // The result of a member function may refer to the object, and to nothing else unless said.
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Function);
      Method && Method->isImplicitObjectMemberFunction())
    return false;
  return llvm::none_of(Function->parameters(), [&](const ParmVarDecl *Other) {
    return Other != Parameter && (isDeclaredBound(Function, Other) || mayBeReferredTo(C, Other));
  });
}

} // namespace rex
