// SPDX-License-Identifier: GPL-2.0-only
// syscount-loader COMMAND...: runs a command; prints its system calls by number, "NUMBER CALLS
// ERRORS", one per line.
#include <bpf/bpf.h>
#include <fmt/core.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <rex/loader.hpp>

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: syscount-loader COMMAND...\n");
    return 2;
  }
  const pid_t child = fork();
  if (child == 0) {
    raise(SIGSTOP);  // until it is counted
    execvp(argv[1], argv + 1);
    _exit(127);
  }
  waitpid(child, nullptr, WUNTRACED);
  rex::LoadOptions options;
  options.params["process"] = child;
  auto extension = rex::must(rex::Extension::load("syscount.rex", options));
  const auto leave = rex::must(extension.attach("leave"));
  const auto enter = rex::must(extension.attach("enter"));
  kill(child, SIGCONT);
  waitpid(child, nullptr, 0);

  const rex::Map calls = rex::must(extension.map("calls"));
  const rex::Map errors = rex::must(extension.map("errors"));
  for (std::uint32_t number = 0; number < calls.max_entries(); ++number) {
    std::uint64_t called = 0;
    std::uint64_t failed = 0;
    bpf_map_lookup_elem(calls.fd(), &number, &called);
    bpf_map_lookup_elem(errors.fd(), &number, &failed);
    if (called != 0) fmt::print("{} {} {}\n", number, called, failed);
  }
}
