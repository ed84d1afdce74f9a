// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// How an extension is loaded.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
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

/// Where one map comes from.  The default is a map of the extension's own.
struct MapOptions {
  /// A path of a BPF file system.  What is pinned there is shared; where nothing is, the map is
  /// made and pinned, and outlives the extension.
  std::filesystem::path pin;
  /// A descriptor of a map to share, of another extension or of an ordinary BPF program; -1 for
  /// none.  It stays the caller's.
  int fd = -1;
};

/// How an extension is loaded.  The default suits most.
struct LoadOptions {
  /// By the program's name; a program not named here has the defaults.
  std::map<std::string, ProgramOptions> programs;
  /// By the map's name.
  std::map<std::string, MapOptions> maps;
  /// Values of global constants (rex::Param) by name; one not named here keeps its source's.
  std::map<std::string, std::int64_t> params;
};

}  // namespace rex
