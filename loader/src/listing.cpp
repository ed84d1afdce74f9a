// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/listing.hpp"

#include <cstring>

#include "control.hpp"

namespace rex {

namespace {

constexpr std::uint32_t kMostExtensions = 10'000;

std::string text_of(const char (&name)[REX_NAME_SIZE]) {
  return {name, ::strnlen(name, sizeof name)};
}

std::vector<LoadedProgram> programs_of(const internal::Control& control, std::uint32_t position,
                                       const std::string& module) {
  std::vector<LoadedProgram> programs;
  for (;;) {
    rex_list_program entry{};
    entry.position = position;
    entry.program = static_cast<std::uint32_t>(programs.size());
    // Another extension may have come to the position.
    if (control.call(REX_IOC_PROGRAM, entry) < 0 || text_of(entry.module) != module)
      return programs;
    programs.push_back({.name = text_of(entry.name),
                        .hook = static_cast<rex_hook>(entry.hook),
                        .links = entry.links,
                        .stats = {.runs = entry.runs,
                                  .missed = entry.missed,
                                  .panics = entry.panics,
                                  .disabled = entry.disabled != 0}});
  }
}

}  // namespace

Result<std::vector<LoadedExtension>> loaded_extensions() {
  const auto control = internal::Control::open();
  if (!control) return std::unexpected(control.error());
  std::vector<LoadedExtension> extensions;
  for (std::uint32_t position = 0; position < kMostExtensions; ++position) {
    rex_list entry{};
    entry.position = position;
    if (control->call(REX_IOC_LIST, entry) < 0) break;
    const std::string module = text_of(entry.module);
    extensions.push_back({.name = text_of(entry.name),
                          .module = module,
                          .owned = entry.owned != 0,
                          .loader = entry.owner,
                          .programs = programs_of(*control, position, module)});
  }
  return extensions;
}

}  // namespace rex
