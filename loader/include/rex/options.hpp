// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// How an extension is loaded.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace rex {

/// What may be said of one program at load time.
struct ProgramOptions {
  /// Longest time one invocation may take; 0 for the runtime's default.
  std::chrono::nanoseconds budget{0};
  /// What its hook is told by a run that panics, instead of what its source declares.
  std::optional<std::int64_t> panic_value;
};

/// How an extension is loaded.  The default suits most.
struct LoadOptions {
  /// By the program's name; a program not named here has the defaults.
  std::map<std::string, ProgramOptions> programs;
};

}  // namespace rex
