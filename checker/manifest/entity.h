// SPDX-License-Identifier: GPL-2.0-only
// What of a source becomes part of the manifest.
#pragma once

#include <clang/AST/Decl.h>

#include <optional>
#include <string>

namespace rex {

class Context;

/// The hook type of a function's only parameter, `const rex::Kprobe<"write_null">&`.  The SDK
/// marks hook types: [[clang::annotate("rex::hook", "kprobe")]].  Null where there is none.
const clang::CXXRecordDecl *hookOf(const Context &C, const clang::FunctionDecl *Function);

/// Whether a function is a program: not in a namespace, external linkage, a hook's parameter.
bool isProgram(const Context &C, const clang::FunctionDecl *Function);

/// The map type of a variable, marked [[clang::annotate("rex::map", "queue")]].
bool isMap(const Context &C, clang::QualType T);

/// A global that may be written: a map, an atomic, a parameter, marked "rex::map" or
/// "rex::global".
bool isSharedObject(const Context &C, clang::QualType T);

/// The licence that the main file declares in its first comment; "" without one.
std::string licenseOf(const Context &C);

} // namespace rex
