// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include <algorithm>
#include <cstring>
#include <utility>

#include "rex/loader.h"
#include "rex/loader.hpp"

struct rex_extension {
  rex::Extension extension;
};

struct rex_link {
  rex::Link link;
};

struct rex_error {
  rex::Error error;
};

namespace {

static_assert(static_cast<int>(rex::ErrorCode::kInvalidArgument) + 1 == REX_ERROR_INVALID_ARGUMENT);
static_assert(static_cast<int>(rex::ErrorCode::kBusy) + 1 == REX_ERROR_BUSY);

int fail(rex::Error error, rex_error** to) {
  if (to) *to = new rex_error{std::move(error)};
  return -1;
}

/// Reads a structure of a caller that may know fewer members.
template <class T>
T copy_known(const T* from) {
  T copy{};
  if (from) std::memcpy(&copy, from, std::min(from->size, sizeof copy));
  return copy;
}

}  // namespace

enum rex_error_code rex_error_code(const rex_error* error) {
  return static_cast<enum rex_error_code>(static_cast<int>(error->error.code) + 1);
}

const char* rex_error_summary(const rex_error* error) { return error->error.summary.c_str(); }

const char* rex_error_details(const rex_error* error) { return error->error.details.c_str(); }

void rex_error_free(rex_error* error) { delete error; }

int rex_extension_load(const char* path, const rex_load_options* options, rex_extension** extension,
                       rex_error** error) {
  const rex_load_options known = copy_known(options);
  rex::LoadOptions load_options;
  for (std::size_t i = 0; i < known.program_count; ++i) {
    const rex_program_options& from = known.programs[i];
    rex::ProgramOptions& to = load_options.programs[from.program];
    to.budget = std::chrono::nanoseconds(from.budget);
    if (from.panic_value) to.panic_value = *from.panic_value;
  }
  auto loaded = rex::Extension::load(path, load_options);
  if (!loaded) return fail(std::move(loaded.error()), error);
  *extension = new rex_extension{std::move(*loaded)};
  return 0;
}

void rex_extension_close(rex_extension* extension) { delete extension; }

int rex_extension_attach(rex_extension* extension, const char* program, const char* target,
                         rex_link** link, rex_error** error) {
  auto attached =
      target ? extension->extension.attach(program, target) : extension->extension.attach(program);
  if (!attached) return fail(std::move(attached.error()), error);
  *link = new rex_link{std::move(*attached)};
  return 0;
}

void rex_link_close(rex_link* link) { delete link; }

int rex_extension_map_fd(const rex_extension* extension, const char* map, rex_error** error) {
  auto found = extension->extension.map(map);
  if (!found) return fail(std::move(found.error()), error);
  return found->fd();
}

int rex_extension_run(rex_extension* extension, const char* program, int64_t* value,
                      rex_error** error) {
  auto result = extension->extension.run(program);
  if (!result) return fail(std::move(result.error()), error);
  *value = *result;
  return 0;
}

int rex_extension_stats(const rex_extension* extension, const char* program,
                        rex_program_stats* stats, rex_error** error) {
  auto counters = extension->extension.stats(program);
  if (!counters) return fail(std::move(counters.error()), error);
  const std::size_t size = std::min(stats->size, sizeof *stats);
  const rex_program_stats known = {size, counters->runs, counters->missed, counters->panics,
                                   counters->disabled ? 1U : 0U};
  std::memcpy(stats, &known, size);
  return 0;
}
