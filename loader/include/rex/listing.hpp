// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What is in the kernel, whoever loaded it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rex/abi.h"
#include "rex/error.hpp"
#include "rex/extension.hpp"

namespace rex {

struct LoadedProgram {
  std::string name;
  rex_hook hook = REX_HOOK_ONCE;
  std::uint32_t links = 0;  ///< how often it is attached
  ProgramStats stats;
};

struct LoadedExtension {
  std::string name;
  std::string module;       ///< as in /proc/modules
  bool owned = false;       ///< false where its loader has gone: the next load() unloads it
  std::int32_t loader = 0;  ///< pid that loaded it, in the initial pid namespace
  std::vector<LoadedProgram> programs;
};

/// All extensions, the oldest first.  One that comes or goes meanwhile may be missing.
/// Errors: kRuntimeMissing (no rex.ko in the kernel), kNotPermitted, kAbiMismatch.
Result<std::vector<LoadedExtension>> loaded_extensions();

}  // namespace rex
