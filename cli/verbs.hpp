// SPDX-License-Identifier: GPL-2.0-only
// The verbs of the command line, one a file.
#pragma once

#include <CLI/CLI.hpp>

namespace rex::cli {

/// What `rex` exits with.
enum ExitCode : int {
  kSuccess = 0,
  kFailure = 1,  // a rule violated, a compile error, an object or kernel that refuses
  kUsage = 2,    // the command line makes no sense
};

// Each adds its verb to the command line.  A verb that was called stores its exit code.
void add_build(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_clangd(CLI::App& app, int& exit_code);
void add_doctor(CLI::App& app, int& exit_code);
void add_explain(CLI::App& app, int& exit_code);
void add_fuzz(CLI::App& app, int& exit_code);
void add_list(CLI::App& app, int& exit_code);
void add_log(CLI::App& app, int& exit_code);
void add_run(CLI::App& app, int& exit_code);
void add_samples(CLI::App& app, int& exit_code);
void add_simulate(CLI::App& app, int& exit_code);
void add_test(CLI::App& app, int& exit_code);
void add_tracepoint(CLI::App& app, int& exit_code);

}  // namespace rex::cli
