// SPDX-License-Identifier: GPL-2.0-only
// A rule, a family of rules, and the registry of both.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <memory>
#include <vector>

namespace clang {
class Decl;
class LambdaExpr;
class NestedNameSpecifierLoc;
class Preprocessor;
class Stmt;
class Token;
class TypeLoc;
} // namespace clang

namespace rex {

class Context;

/// One thing an extension may not do.  `rex explain ID` prints docs/rules/ID.md.
struct Rule {
  llvm::StringLiteral Id;
  llvm::StringLiteral Family;
  llvm::StringLiteral Summary; // what holds in every accepted program
  llvm::StringLiteral Remedy;  // what to write instead
};

namespace rules {
#define REX_RULE(Name, Id, Family, Summary, Remedy)                                                \
  inline constexpr Rule Name{Id, Family, Summary, Remedy};
#include "rules.def"
#undef REX_RULE
} // namespace rules

llvm::ArrayRef<const Rule *> allRules();

/// The rules of one concern, checked together.  All callbacks see code that the user spelled,
/// and nothing else; of templates they see instantiations, never patterns.
class Family {
public:
  explicit Family(Context &C) : C(C) {}
  Family(const Family &) = delete;
  Family &operator=(const Family &) = delete;
  virtual ~Family();

  /// Once, before the first token.
  virtual void attach(clang::Preprocessor &) {}
  /// Each token as the parser gets it, macros expanded.
  virtual void checkToken(const clang::Token &) {}
  virtual void checkDecl(const clang::Decl *) {}
  /// Parents before children.
  virtual void checkStmt(const clang::Stmt *) {}
  virtual void checkTypeLoc(clang::TypeLoc) {}
  /// `a::b::` as written before a name.
  virtual void checkQualifier(clang::NestedNameSpecifierLoc) {}
  /// A declaration that only a template's pattern has: never instantiated as such.
  virtual void checkPattern(const clang::Decl *) {}
  /// Once, after everything else.
  virtual void finish() {}

protected:
  Context &C;
};

/// Makes every family, in the order in which they are asked: where two rules fit one line, the
/// earlier family's is shown.
std::vector<std::unique_ptr<Family>> createFamilies(Context &);

// One file in rules/ each.
std::unique_ptr<Family> createAttributeRules(Context &);
std::unique_ptr<Family> createConstructRules(Context &);
std::unique_ptr<Family> createEncapsulationRules(Context &);
std::unique_ptr<Family> createExpressionRules(Context &);
std::unique_ptr<Family> createFunctionRules(Context &);
std::unique_ptr<Family> createGlobalRules(Context &);
std::unique_ptr<Family> createKeywordRules(Context &);
std::unique_ptr<Family> createInitialisationRules(Context &);
std::unique_ptr<Family> createLifetimeRules(Context &);
std::unique_ptr<Family> createLimitRules(Context &);
std::unique_ptr<Family> createLinkingRules(Context &);
std::unique_ptr<Family> createPreprocessorRules(Context &);
std::unique_ptr<Family> createTypeRules(Context &);
std::unique_ptr<Family> createWireRules(Context &);

} // namespace rex
