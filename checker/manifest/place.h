// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <string>

namespace clang {
class Decl;
} // namespace clang

namespace rex {

class Context;

struct Place {
  std::string File; // relative to the main file's folder
  unsigned Line = 0;
};

/// Where a declaration stands, without a path of the machine that compiles it.
Place placeOf(const Context &C, const clang::Decl *D);

} // namespace rex
