// SPDX-License-Identifier: GPL-2.0-only
#include "globals.hpp"

#include <rex/host/image.h>

#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace rex::host {

void reset_globals(const rex_host_extension& image) {
  // The bytes at the first call, before any program ran.
  static std::map<const void*, std::vector<std::byte>> initial;
  for (const auto& global : std::span(image.globals, image.global_count)) {
    const std::span bytes(static_cast<std::byte*>(global.address), global.size);
    const auto [known, is_new] = initial.try_emplace(global.address, bytes.begin(), bytes.end());
    if (!is_new) std::copy(known->second.begin(), known->second.end(), bytes.begin());
  }
}

}  // namespace rex::host
