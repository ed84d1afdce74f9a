// SPDX-License-Identifier: GPL-2.0-only
// What an object holds in place.
#pragma once

#include <clang/AST/Type.h>
#include <llvm/ADT/STLFunctionalExtras.h>

namespace rex {

class Context;

/// Whether a value of type T is, or holds in place, a value that fits: as a member, in a base
/// class, in an array, captured by a closure, or as an argument of an SDK template (which may
/// store it).  References are not followed.
bool holds(const Context &C, clang::QualType T, llvm::function_ref<bool(clang::QualType)> Fits);

/// Maps, atomics and parameters: objects that other processors and user space see.
bool holdsSharedObject(const Context &C, clang::QualType T);

/// Contexts of hooks, which live on the stack of the runtime.
bool holdsContext(const Context &C, clang::QualType T);

} // namespace rex
