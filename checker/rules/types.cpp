// SPDX-License-Identifier: GPL-2.0-only
// Types: as written, as deduced, and of every expression.
#include "context.h"
#include "type_fault.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/AST/TypeLoc.h>

using namespace clang;

namespace rex {
namespace {

const Rule &ruleFor(TypeFault Fault) {
  switch (Fault) {
  case TypeFault::Pointer:
    return rules::Pointer;
  case TypeFault::MemberPointer:
    return rules::MemberPointer;
  case TypeFault::FunctionPointer:
    return rules::FunctionPointer;
  case TypeFault::Array:
    return rules::CArray;
  case TypeFault::FloatingPoint:
    return rules::FloatingPoint;
  case TypeFault::Volatile:
    return rules::Volatile;
  case TypeFault::Union:
    return rules::Union;
  case TypeFault::None:
  case TypeFault::Other:
    return rules::Type;
  }
  llvm_unreachable("not a fault");
}

class TypeRules : public Family {
public:
  using Family::Family;

  void checkTypeLoc(TypeLoc TL) override {
    // Only what this location adds: what it is made of has locations of its own.
    switch (TL.getTypeLocClass()) {
    case TypeLoc::Builtin:
    case TypeLoc::Pointer:
    case TypeLoc::BlockPointer:
    case TypeLoc::MemberPointer:
    case TypeLoc::ConstantArray:
    case TypeLoc::IncompleteArray:
    case TypeLoc::VariableArray:
    case TypeLoc::Complex:
    case TypeLoc::Vector:
    case TypeLoc::ExtVector:
    case TypeLoc::Atomic:
    case TypeLoc::BitInt:
    case TypeLoc::Qualified:
      break;
    case TypeLoc::LValueReference:
    case TypeLoc::RValueReference:
      if (!TL.getType()->getPointeeType()->isFunctionType())
        return;
      break;
    default:
      return;
    }
    if (TypeFault Fault = faultOf(C, TL.getType()); Fault != TypeFault::None)
      C.report(ruleFor(Fault), TL.getBeginLoc(), describe(TL.getType()));
  }

  void checkDecl(const Decl *D) override {
    if (const auto *Field = dyn_cast<FieldDecl>(D))
      checkField(Field);
    const auto *Value = dyn_cast<ValueDecl>(D);
    if (!Value || Value->isImplicit() || isa<BindingDecl, EnumConstantDecl>(Value))
      return;
    const auto *Function = dyn_cast<FunctionDecl>(D);
    const QualType T = Function ? Function->getReturnType() : Value->getType();
    if (TypeFault Fault = faultOf(C, T); Fault != TypeFault::None)
      C.report(ruleFor(Fault), Value->getLocation(),
               "'" + Value->getDeclName().getAsString() + "': " + describe(T), strengthOf(Value));
  }

  void checkStmt(const Stmt *S) override {
    allowParts(S);
    const auto *E = dyn_cast<Expr>(S);
    if (!E || E->isTypeDependent() || Allowed.contains(E))
      return;
    const TypeFault Fault = faultOf(C, E->getType());
    if (Fault == TypeFault::None)
      return;
    C.report(ruleFor(Fault), E->getBeginLoc(), describe(E),
             isOrigin(E) ? Strength::Cause : Strength::Consequence);
  }

private:
  void checkField(const FieldDecl *Field) {
    if (Field->isBitField())
      C.report(rules::BitField, Field->getLocation(),
               "'" + Field->getName() + "' shares its bytes with its neighbours");
    if (Field->isMutable())
      C.report(rules::Mutable, Field->getLocation(),
               "'" + Field->getName() + "' would change in a const object");
  }

  /// A declared type is written somewhere, or deduced from an expression; both say more about it.
  /// Only a reference to a function comes from an expression that has nothing wrong with it.
  Strength strengthOf(const ValueDecl *Value) const {
    const auto *Var = dyn_cast<VarDecl>(Value);
    return Var && Var->getInit() && Var->getInit()->getType()->isFunctionType()
               ? Strength::Cause
               : Strength::Consequence;
  }

  std::string describe(QualType T) const {
    return ("the type '" + llvm::Twine(T.getAsString(C.ast().getPrintingPolicy())) +
            "' is not part of the language")
        .str();
  }

  std::string describe(const Expr *E) const {
    if (isa<CXXThisExpr>(E))
      return "'this' is a pointer: write *this for the object";
    if (const auto *Unary = dyn_cast<UnaryOperator>(E); Unary && Unary->getOpcode() == UO_AddrOf)
      return "taking an address makes a pointer";
    if (isa<StringLiteral>(E->IgnoreParenImpCasts()))
      return "a string literal is a C array: it can only be given to a type of the SDK that "
             "takes one";
    return describe(E->getType());
  }

  /// Whether the fault begins here rather than in a part or in a declaration.
  bool isOrigin(const Expr *E) const {
    if (const auto *Call = dyn_cast<CallExpr>(E)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      // A closure's conversion to a pointer is written nowhere.
      return !Callee || C.isTrusted(Callee) || Callee->isImplicit();
    }
    if (isa<DeclRefExpr, MemberExpr>(E)) {
      const ValueDecl *D = isa<DeclRefExpr>(E) ? cast<DeclRefExpr>(E)->getDecl()
                                               : cast<MemberExpr>(E)->getMemberDecl();
      return C.isTrusted(D);
    }
    if (isa<CXXDefaultArgExpr, CXXDefaultInitExpr, InitListExpr>(E))
      return false;
    if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E))
      if (const auto *Ref = dyn_cast<DeclRefExpr>(Cast->getSubExpr()->IgnoreParens()))
        if (isa<VarDecl>(Ref->getDecl()) && !C.isTrusted(Ref->getDecl()))
          return false; // the variable's declaration says it
    for (const Stmt *Part : E->children())
      if (const auto *Inner = dyn_cast_or_null<Expr>(Part))
        if (faultOf(C, Inner->getType()) != TypeFault::None && !Allowed.contains(Inner))
          return false;
    // Zero becomes a pointer only where a declaration asks for one.
    return !isa<CastExpr>(E) || cast<CastExpr>(E)->getCastKind() != CK_NullToPointer;
  }

  /// Allows E and what it is implicitly made from.
  void allow(const Expr *E) {
    for (; E; E = isa<ImplicitCastExpr>(E)
                      ? cast<ImplicitCastExpr>(E)->getSubExpr()
                      : (isa<ParenExpr>(E) ? cast<ParenExpr>(E)->getSubExpr() : nullptr))
      Allowed.insert(E);
  }

  /// The few places where an expression of an otherwise forbidden type does no harm.
  void allowParts(const Stmt *S) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      allowLiterals(Ref->template_arguments());
    if (const auto *Member = dyn_cast<MemberExpr>(S)) {
      allowLiterals(Member->template_arguments());
      if (Member->isArrow())
        allowObject(Member->getBase());
      if (C.isTrusted(Member->getMemberDecl()))
        for (const TemplateArgumentLoc &Argument : Member->template_arguments())
          if (Argument.getArgument().getKind() == TemplateArgument::Expression)
            allowLiteral(Argument.getSourceExpression());
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(S)) {
      if (Unary->getOpcode() == UO_Deref && isa<CXXThisExpr>(Unary->getSubExpr()->IgnoreParens()))
        allow(Unary->getSubExpr());
    } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
      if (Call->getDirectCallee())
        allow(Call->getCallee()); // decays to a pointer that is called at once
      if (const FunctionDecl *Callee = Call->getDirectCallee(); Callee && C.isTrusted(Callee))
        for (const Expr *Argument : Call->arguments())
          allowLiteral(Argument);
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(S)) {
      if (C.isTrusted(Construct->getConstructor()))
        for (const Expr *Argument : Construct->arguments())
          allowLiteral(Argument);
    } else if (const auto *List = dyn_cast<InitListExpr>(S)) {
      allowElements(List);
    } else if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
      for (const Expr *Init : Lambda->capture_inits())
        if (Init && isa<CXXThisExpr>(Init->IgnoreImplicit()))
          allow(Init);
    }
  }

  /// `object->member`: the object is *this, or what an operator-> of the SDK lends.
  void allowObject(const Expr *Base) {
    const Expr *Object = Base->IgnoreParenImpCasts();
    const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(Object);
    const bool IsLent = Arrow && Arrow->getOperator() == OO_Arrow && Arrow->getDirectCallee() &&
                        C.isTrusted(Arrow->getDirectCallee());
    if (isa<CXXThisExpr>(Object) || IsLent)
      allow(Base);
  }

  /// `rex::Array<int, 2>{1, 2}`: the C array inside is the SDK's.
  void allowElements(const InitListExpr *List) {
    const CXXRecordDecl *Record = List->getType()->getAsCXXRecordDecl();
    if (Record && C.isTrusted(Record))
      for (const Expr *Init : List->inits())
        if (Init && isa<InitListExpr, ImplicitValueInitExpr>(Init) &&
            Init->getType()->isArrayType())
          allowList(Init);
  }

  /// A list exists as written and as understood, and either may be visited.
  void allowList(const Expr *Init) {
    Allowed.insert(Init);
    if (const auto *List = dyn_cast<InitListExpr>(Init)) {
      Allowed.insert(List->getSyntacticForm());
      Allowed.insert(List->getSemanticForm());
    }
  }

  /// A literal bound to the `const char (&)[N]` of an SDK constructor, also where that is a
  /// template argument: event.get<"pid">().
  void allowLiteral(const Expr *Argument) {
    const Expr *Literal = Argument->IgnoreParens();
    if (isa<StringLiteral>(Literal))
      allow(Argument);
  }

  /// `task.field<rex::i32, "prio">()`: a literal becomes a FixedString of the SDK's.  A class of
  /// the extension's that took one would have a constructor with a C array.
  void allowLiterals(ArrayRef<TemplateArgumentLoc> Arguments) {
    for (const TemplateArgumentLoc &Argument : Arguments)
      if (Argument.getArgument().getKind() == TemplateArgument::Expression)
        allowLiteral(Argument.getSourceExpression());
  }

  llvm::DenseSet<const Expr *> Allowed;
};

} // namespace

std::unique_ptr<Family> createTypeRules(Context &C) { return std::make_unique<TypeRules>(C); }

} // namespace rex
