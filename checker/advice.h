// SPDX-License-Identifier: GPL-2.0-only
// What to use in place of what people know from elsewhere.
#pragma once

#include <llvm/ADT/StringRef.h>

namespace rex {

/// For a header: <vector>.  "" where there is no special advice.
llvm::StringRef insteadOfHeader(llvm::StringRef Name);

/// For a name in std::, without the std.
llvm::StringRef insteadOfStd(llvm::StringRef Name);

/// For a name of the C library or of the kernel that the compiler does not know.
llvm::StringRef insteadOfLibraryName(llvm::StringRef Name);

} // namespace rex
