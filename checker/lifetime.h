// SPDX-License-Identifier: GPL-2.0-only
// Where a reference or a view comes from.
//
// References and views are bound once, and nothing can hold one but a local variable, a
// parameter, or a closure.  So what a local one refers to outlives it when its initialiser refers
// to a variable that is visible there, to a parameter, to *this, or to something static.  What
// remains to be found are temporaries, and results of functions: those refer to what the
// function's bound parameters refer to, and every function is checked to keep to that.
#pragma once

#include <clang/AST/Expr.h>
#include <llvm/ADT/SmallVector.h>

namespace rex {

class Context;

/// What something refers to.
enum class Root {
  Static,            // globals, constants
  Local,             // a variable of this function, or its parameter by value
  BoundParam,        // the argument of a parameter that results may refer to
  OtherParam,        // the argument of another parameter
  This,              // the object of a member function
  ExtendedTemporary, // lives as long as the variable that is bound to it
  Temporary,         // gone at the end of the full expression
  Unknown,
};

struct Origin {
  Root Kind;
  clang::SourceLocation Loc; // of what is referred to
};

using Origins = llvm::SmallVector<Origin, 4>;

/// The storage that a glvalue denotes.
Origins storageOf(const Context &C, const clang::Expr *E);

/// What the views in a value refer to.
Origins targetsOf(const Context &C, const clang::Expr *E);

/// Whether a result of its function may refer to what a parameter refers to: it is declared
/// lifetimebound, or there is no other parameter that it could refer to.
bool isBound(const Context &C, const clang::ParmVarDecl *Parameter);

} // namespace rex
