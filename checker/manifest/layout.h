// SPDX-License-Identifier: GPL-2.0-only
// What a type is in memory and in a call, as text that two files can compare.
#pragma once

#include "manifest/place.h"

#include <clang/AST/Mangle.h>
#include <clang/AST/Type.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SmallVector.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace rex {

struct TypeEntry {
  std::string Key;  // its mangled name: template arguments by value, aliases resolved
  std::string Name; // for people
  /// Whether the name means the same in every file: not of an unnamed namespace, of a function
  /// or a closure.
  bool Named = false;
  std::vector<std::string> Members; // "int pid at byte 0", "red = 0"
  std::string Exact;                // all that other code relies on
  Place Where;
};

/// The classes and enums that are complete in a file, each described once.
///
/// A description names the types of members by their keys.  What can be reached from a type is
/// therefore described by the set of all descriptions that reach() leads to; recursion through
/// template arguments needs no special case.
class LayoutTable {
public:
  explicit LayoutTable(const Context &C);

  /// Adds all classes and enums that a type is made of.
  /// Returns the keys of those that are complete.
  std::set<std::string> reach(clang::QualType T);

  std::string keyOf(clang::QualType T) const;

  /// In the order of their keys.
  std::vector<TypeEntry> entries() const;

private:
  using Tags = llvm::SmallVector<const clang::TagDecl *>;
  struct Described {
    TypeEntry Entry;
    Tags MadeOf;
  };

  const Described &describe(const clang::TagDecl *Tag);
  void describe(const clang::CXXRecordDecl *Record, Described &To) const;
  void describe(const clang::EnumDecl *Enum, Described &To) const;
  bool isNamed(const clang::TagDecl *Tag) const;
  std::string textOf(clang::QualType T) const;

  static void collect(clang::QualType T, Tags &To);
  static void collect(const clang::TemplateArgument &Argument, Tags &To);

  const Context &C;
  clang::ASTContext &AST;
  std::unique_ptr<clang::MangleContext> Mangler;
  llvm::MapVector<const clang::TagDecl *, std::unique_ptr<Described>> Known;
};

} // namespace rex
