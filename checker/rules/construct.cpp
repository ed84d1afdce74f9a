// SPDX-License-Identifier: GPL-2.0-only
// The allow-list over kinds of declarations, statements and expressions: what no rule names is
// rejected, also what a later clang invents.
#include "context.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/Stmt.h>

using namespace clang;

namespace rex {
namespace {

bool isAllowed(const Decl *D) {
  switch (D->getKind()) {
  case Decl::AccessSpec:
  case Decl::Binding:
  case Decl::CXXConstructor:
  case Decl::CXXConversion:
  case Decl::CXXDeductionGuide:
  case Decl::CXXDestructor:
  case Decl::CXXMethod:
  case Decl::CXXRecord:
  case Decl::ClassTemplate:
  case Decl::ClassTemplateSpecialization:
  case Decl::Concept:
  case Decl::ConstructorUsingShadow:
  case Decl::Decomposition:
  case Decl::Empty:
  case Decl::Enum:
  case Decl::EnumConstant:
  case Decl::Field:
  case Decl::Function:
  case Decl::FunctionTemplate:
  case Decl::LifetimeExtendedTemporary:
  case Decl::Namespace:
  case Decl::NamespaceAlias:
  case Decl::ParmVar:
  case Decl::RequiresExprBody:
  case Decl::StaticAssert:
  case Decl::TemplateParamObject:
  case Decl::TypeAlias:
  case Decl::TypeAliasTemplate:
  case Decl::Typedef:
  case Decl::Using:
  case Decl::UsingDirective:
  case Decl::UsingEnum:
  case Decl::UsingPack:
  case Decl::UsingShadow:
  case Decl::Var:
  case Decl::VarTemplate:
  case Decl::VarTemplateSpecialization:
    return true;
  default:
    return false;
  }
}

bool isAllowed(const Stmt *S) {
  switch (S->getStmtClass()) {
  // Statements
  case Stmt::AttributedStmtClass: // the attributes have a rule of their own
  case Stmt::BreakStmtClass:
  case Stmt::CXXForRangeStmtClass:
  case Stmt::CompoundStmtClass:
  case Stmt::ContinueStmtClass:
  case Stmt::DeclStmtClass:
  case Stmt::DefaultStmtClass:
  case Stmt::DoStmtClass:
  case Stmt::ForStmtClass:
  case Stmt::IfStmtClass:
  case Stmt::NullStmtClass:
  case Stmt::ReturnStmtClass:
  case Stmt::SwitchStmtClass:
  case Stmt::WhileStmtClass:
  // Values
  case Stmt::CXXBoolLiteralExprClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::ConstantExprClass:
  case Stmt::IntegerLiteralClass:
  case Stmt::StringLiteralClass: // where it may stand, the types say
  case Stmt::DeclRefExprClass:
  case Stmt::MemberExprClass:
  case Stmt::CXXThisExprClass:
  case Stmt::SubstNonTypeTemplateParmExprClass:
  case Stmt::SubstNonTypeTemplateParmPackExprClass:
  case Stmt::FunctionParmPackExprClass:
  case Stmt::PackIndexingExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::ConceptSpecializationExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::CXXNoexceptExprClass:
  // Operators
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
  case Stmt::ConditionalOperatorClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::CXXRewrittenBinaryOperatorClass:
  case Stmt::ParenExprClass:
  case Stmt::UnaryOperatorClass:
  // Calls and construction
  case Stmt::CXXBindTemporaryExprClass:
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXDefaultArgExprClass:
  case Stmt::CXXDefaultInitExprClass:
  case Stmt::CXXInheritedCtorInitExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXParenListInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
  case Stmt::CallExprClass:
  case Stmt::DesignatedInitExprClass:
  case Stmt::ExprWithCleanupsClass:
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::InitListExprClass:
  case Stmt::LambdaExprClass:
  case Stmt::MaterializeTemporaryExprClass:
  // Casts have a rule of their own
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::ImplicitCastExprClass:
  // Destructor calls, too
  case Stmt::CXXPseudoDestructorExprClass:
    return true;
  case Stmt::CaseStmtClass:
    return !cast<CaseStmt>(S)->getRHS(); // no case 1 ... 5
  case Stmt::UnaryExprOrTypeTraitExprClass:
    return llvm::is_contained({UETT_SizeOf, UETT_AlignOf},
                              cast<UnaryExprOrTypeTraitExpr>(S)->getKind());
  default:
    return false;
  }
}

class ConstructRules : public Family {
public:
  using Family::Family;

  void checkDecl(const Decl *D) override {
    if (!isAllowed(D))
      C.report(rules::Construct, D->getLocation(),
               llvm::Twine("a declaration of this kind (") + D->getDeclKindName() +
                   ") is not part of the language",
               // Of an anonymous union, which has its own answer.
               isa<IndirectFieldDecl>(D) ? Strength::Consequence : Strength::Cause);
  }

  void checkStmt(const Stmt *S) override {
    if (!isAllowed(S) && !isa<RecoveryExpr>(S))
      C.report(rules::Construct, S->getBeginLoc(), describe(S),
               // Of a C array or a pointer: there the types speak.
               // Or of a literal whose operator has an answer.
               isa<ArraySubscriptExpr, UserDefinedLiteral>(S) ? Strength::Consequence
                                                              : Strength::Cause);
  }

private:
  static std::string describe(const Stmt *S) {
    if (isa<BinaryConditionalOperator>(S))
      return "?: without a middle is an extension of the compiler";
    if (isa<StmtExpr>(S))
      return "a block as an expression is an extension of the compiler";
    if (isa<LabelStmt>(S))
      return "a label is not part of the language: there is no goto";
    if (isa<CaseStmt>(S))
      return "a range of cases is an extension of the compiler";
    return (llvm::Twine("an expression or statement of this kind (") + S->getStmtClassName() +
            ") is not part of the language")
        .str();
  }
};

} // namespace

std::unique_ptr<Family> createConstructRules(Context &C) {
  return std::make_unique<ConstructRules>(C);
}

} // namespace rex
