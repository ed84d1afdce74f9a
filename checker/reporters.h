// SPDX-License-Identifier: GPL-2.0-only
// Where diagnostics go.
#pragma once

#include "diagnostic.h"

#include <clang/Basic/Diagnostic.h>
#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/Error.h>

#include <memory>

namespace rex {

/// Prints through clang's own engine, so that colours, snippets and the exit status are what
/// everyone is used to: the error, notes for the cause, a note for the remedy.
void reportToClang(clang::DiagnosticsEngine &Engine, const std::deque<Diagnostic> &Diagnostics);

/// Writes an array of {rule, severity, file, line, column, message, remedy, notes}.
llvm::Error reportToJson(const clang::SourceManager &SM, const std::deque<Diagnostic> &Diagnostics,
                         llvm::StringRef File);

/// Takes the place of the compiler's diagnostic client: records what the compiler says, and
/// keeps it quiet on lines for which a rule has an answer already.
std::unique_ptr<clang::DiagnosticConsumer>
listenToClang(DiagnosticSink &Sink, std::unique_ptr<clang::DiagnosticConsumer> Next);

} // namespace rex
