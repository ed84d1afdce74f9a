// SPDX-License-Identifier: GPL-2.0-only
// Runs a program.
#pragma once

#include <string>
#include <vector>

#include "rex/error.hpp"

namespace rex::cli {

/// Runs a program to its end with exactly these arguments (the first names it) and exactly this
/// environment; standard streams are shared.  SIGINT, SIGTERM and SIGHUP end it too, and are
/// then an error here: so its caller can clean up.
/// Returns its exit status, 128 + N if signal N ended it.
/// Errors: kIo (it cannot be started), kBusy (interrupted).
Result<int> run_process(const std::vector<std::string>& arguments,
                        const std::vector<std::string>& environment);

}  // namespace rex::cli
