// SPDX-License-Identifier: GPL-2.0-only
// Where diagnostics go.
#pragma once

#include "diagnostic.h"

#include <clang/Basic/Diagnostic.h>
#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/Error.h>

#include <memory>

namespace clang {
class CompilerInstance;
}

namespace rex {

/// Prints through clang's own engine, so that colours, snippets and the exit status are what
/// everyone is used to: the error with the remedy behind its caret, and notes for the cause.
/// listenToClang() has to come before.
void reportToClang(clang::DiagnosticsEngine &Engine, DiagnosticSink &Sink);

/// Writes an array of {rule, severity, file, line, column, message, remedy, notes}.
llvm::Error reportToJson(const clang::SourceManager &SM, const std::deque<Diagnostic> &Diagnostics,
                         llvm::StringRef File);

/// Takes the place of the compiler's diagnostic client: records what the compiler says, until the
/// sink is settled and all is printed in its order.
/// @param Sink  shared, because the engine may outlive the rules
void listenToClang(clang::CompilerInstance &CI, std::shared_ptr<DiagnosticSink> Sink);

} // namespace rex
