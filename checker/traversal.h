// SPDX-License-Identifier: GPL-2.0-only
// One walk over what the user wrote.
#pragma once

#include "rule.h"

#include <llvm/ADT/ArrayRef.h>

#include <memory>

namespace rex {

/// Walks the translation unit and shows each family every declaration, statement, type and
/// qualifier that is spelled in user code: instantiations of templates and generic lambdas,
/// default arguments and member initialisers included.
void traverse(Context &C, llvm::ArrayRef<std::unique_ptr<Family>> Families);

} // namespace rex
