// SPDX-License-Identifier: GPL-2.0-only
// rex: the command line.
#include <CLI/CLI.hpp>

#include "report.hpp"
#include "verbs.hpp"
#include "version.hpp"

int main(int argc, char** argv) {
  using namespace rex::cli;

  CLI::App app("Safe Linux kernel extensions in C++", "rex");
  app.set_version_flag("--version", "rex " REX_VERSION);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App*, const CLI::Error&) { return std::string(); });

  int exit_code = kSuccess;
  add_build(app, exit_code);
  add_check(app, exit_code);
  add_clangd(app, exit_code);
  add_doctor(app, exit_code);
  add_explain(app, exit_code);
  add_fuzz(app, exit_code);
  add_list(app, exit_code);
  add_log(app, exit_code);
  add_run(app, exit_code);
  add_samples(app, exit_code);
  add_simulate(app, exit_code);
  add_test(app, exit_code);
  add_tracepoint(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" with the code 0.
    if (error.get_exit_code() == 0) return app.exit(error);
    print_error(error.what());
    print_hint("see rex --help, rex VERB --help");
    return kUsage;
  }
  return exit_code;
}
