// SPDX-License-Identifier: GPL-2.0-only
// What programs print.
#include <rex/host/image.h>
#include <rex/log_text.hpp>

#include "contract.hpp"
#include "invocation.hpp"

void rex_log(const rex_log_site* site, const void* arguments, __u64 size) {
  auto& invocation = rex::host::calling_invocation("rex_log");
  static constexpr const char* kLevels[] = {"debug", "info", "warn", "error"};
  const auto* bytes = static_cast<const std::byte*>(arguments);
  invocation.world->note_line(std::string(kLevels[site->level]) + " " + invocation.world->name() +
                              "/" + invocation.program->image->name + " " + site->file + ":" +
                              std::to_string(site->line) + ": " +
                              rex::log_text::make(site->format, {bytes, size}));
}
