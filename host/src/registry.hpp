// SPDX-License-Identifier: GPL-2.0-only
// The extensions that are linked into this program.
#pragma once

#include <string_view>

struct rex_host_extension;

namespace rex::host {

/// Throw std::invalid_argument where there is none, or no such one, or several.
const rex_host_extension& only_extension();
const rex_host_extension& extension(std::string_view name);

/// All of them: follow `next`.  Null where there are none.
const rex_host_extension* first_extension();

}  // namespace rex::host
