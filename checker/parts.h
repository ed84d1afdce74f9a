// SPDX-License-Identifier: GPL-2.0-only
// An extension of several files: what one of them may leave to another.
//
// A file is checked on its own.  What it shares with the others is declared in a header of the
// project, so that both sides were read from one text; and because a macro can make two texts of
// one header, everything that crosses is described in the manifest (manifest/interface.h), and
// `rex build` compares the descriptions before it links.
#pragma once

#include <clang/AST/Decl.h>

namespace rex {

class Context;

/// Whether a place is in a header of the project: neither in the SDK nor in the main file.
bool isInProjectHeader(const Context &C, clang::SourceLocation Loc);

/// Whether a function is one symbol for all files: visible outside, and neither inline nor made
/// of a template.  Each file has its own copies of those; the instrumentation keeps them apart.
bool isOneForAllFiles(const clang::FunctionDecl *Function);

/// Whether the file is one of several, and this function's definition may be in another one.
bool isShared(const Context &C, const clang::FunctionDecl *Function);

/// The same for a map or another global object.
bool isShared(const Context &C, const clang::VarDecl *Var);

} // namespace rex
