// SPDX-License-Identifier: GPL-2.0-only
// error_injector-loader ERROR COMMAND...: runs a command whose mkdir() fails with an error number.
#include <fmt/core.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <rex/loader.hpp>

int main(int argc, char** argv) {
  const int error = argc < 3 ? 0 : std::atoi(argv[1]);
  if (error < 1 || error > 4095) {
    fmt::print(stderr, "usage: error_injector-loader ERROR COMMAND...; an ERROR is 1 to 4095\n");
    return 2;
  }
  const pid_t child = fork();
  if (child == 0) {
    raise(SIGSTOP);  // until its calls fail
    execvp(argv[2], argv + 2);
    _exit(127);
  }
  waitpid(child, nullptr, WUNTRACED);
  rex::LoadOptions options;
  options.params = {{"process", child}, {"error", error}};
  auto extension = rex::must(rex::Extension::load("error_injector.rex", options));
  const auto link = rex::must(extension.attach("error_injector"));
  kill(child, SIGCONT);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
