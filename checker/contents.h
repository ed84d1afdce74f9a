// SPDX-License-Identifier: GPL-2.0-only
// What an object holds in place.
#pragma once

#include <clang/AST/Type.h>
#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/SmallVector.h>

namespace clang {
class CXXRecordDecl;
class TemplateArgument;
} // namespace clang

namespace rex {

class Context;

/// The types among the arguments of a class template's specialisation, those in packs included;
/// none for any other class.
llvm::SmallVector<clang::QualType, 4> typeArguments(const clang::CXXRecordDecl *Record);
llvm::SmallVector<clang::QualType, 4> typeArguments(llvm::ArrayRef<clang::TemplateArgument> All);

/// Whether a value of type T is, or holds in place, a value that fits: as a member, in a base
/// class, in an array, captured by a closure, or as an argument of an SDK template (which may
/// store it; what else an SDK type is made of is its own business).
bool holds(const Context &C, clang::QualType T, llvm::function_ref<bool(clang::QualType)> Fits);

/// Maps, atomics and parameters: objects that other processors and user space see.
bool holdsSharedObject(const Context &C, clang::QualType T);

/// Contexts of hooks, which live on the stack of the runtime.
bool holdsContext(const Context &C, clang::QualType T);

/// Views refer to something that may end before they do: annotated types of the SDK
/// ("rex::view"), closures that capture by reference, and whatever holds one of those or a
/// reference.  A reference itself is no view.
bool isView(const Context &C, clang::QualType T);

/// A closure that holds a reference or `this`.
bool isCapturingClosure(const Context &C, clang::QualType T);

} // namespace rex
