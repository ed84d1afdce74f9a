// SPDX-License-Identifier: GPL-2.0-only
// The text of a manifest.
#include <cstdint>
#include <cstdlib>

#include "rex/manifest.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto manifest =
      rex::Manifest::parse({reinterpret_cast<const char*>(data), size}, "input.rex");
  if (!manifest) return manifest.error().summary.empty() ? std::abort(), 0 : 0;
  // Names are what the lookups find, and symbols are made of them.
  if (!rex::is_extension_name(manifest->name)) std::abort();
  for (const auto& program : manifest->programs)
    if (!manifest->find_program(program.name)) std::abort();
  for (const auto& map : manifest->maps)
    if (manifest->symbol_of(map.name).empty()) std::abort();
  return 0;
}
