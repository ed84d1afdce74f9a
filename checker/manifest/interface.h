// SPDX-License-Identifier: GPL-2.0-only
// What a file of several shares with the others.
#pragma once

#include "manifest/layout.h"

#include <set>
#include <string>
#include <vector>

namespace rex {

/// A function, map or other global that has one symbol for all files.
struct SharedEntry {
  std::string Name;
  std::string Symbol;
  /// All that a caller relies on but the layouts of types: result, parameters, qualifiers, and
  /// for a function what its result may refer to.
  std::string Type;
  std::string Text;              // the same for people
  std::set<std::string> Layouts; // keys of types
  bool Defined = false;          // in this file
  bool Used = false;             // in this file
  Place Where;
};

struct Interface {
  std::vector<SharedEntry> Functions;
  std::vector<SharedEntry> Variables;
  std::vector<TypeEntry> Types; // of the entries above, and all that have a name
};

/// Of a translation unit without errors.
Interface interfaceOf(const Context &C);

} // namespace rex
