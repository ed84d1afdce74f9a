// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// BTF for the keys and values of maps, so that tools show their fields by name.
#pragma once

#include <cstdint>
#include <memory>

#include "file_descriptor.hpp"
#include "rex/manifest.hpp"

struct btf;

namespace rex::internal {

/// Whether a map that is there already keeps a lock at the start of its values.
bool keeps_lock(int map);

/// The types of one map, in the kernel.
struct MapTypes {
  FileDescriptor descriptor;  // closed where the kernel keeps no types for such a map
  std::uint32_t key = 0;
  std::uint32_t value = 0;

  /// Describes a map's key and value.  None where its kind has none, where the manifest does not
  /// describe them, or where the kernel does not take the description: a map works without.
  static MapTypes load(const Manifest::Map& map);
};

}  // namespace rex::internal
