// SPDX-License-Identifier: GPL-2.0-only
#pragma once

struct rex_host_extension;

namespace rex::host {

/// Gives the variables of an extension the values that its source initialises them with.
void reset_globals(const rex_host_extension& image);

}  // namespace rex::host
