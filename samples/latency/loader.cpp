// SPDX-License-Identifier: GPL-2.0-only
// latency-loader COMMAND...: runs a command; prints how long its system calls took, "NANOSECONDS
// CALLS", a line for each power of two.
#include <bpf/bpf.h>
#include <fmt/core.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <rex/loader.hpp>

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: latency-loader COMMAND...\n");
    return 2;
  }
  const pid_t child = fork();
  if (child == 0) {
    raise(SIGSTOP);  // until it is measured
    execvp(argv[1], argv + 1);
    _exit(127);
  }
  waitpid(child, nullptr, WUNTRACED);
  rex::LoadOptions options;
  options.params["process"] = child;
  auto extension = rex::must(rex::Extension::load("latency.rex", options));
  const auto leave = rex::must(extension.attach("leave"));
  const auto enter = rex::must(extension.attach("enter"));
  kill(child, SIGCONT);
  waitpid(child, nullptr, 0);

  const int histogram = rex::must(extension.map("histogram")).fd();
  for (std::uint32_t power = 0; power < 64; ++power) {
    std::uint64_t count = 0;
    bpf_map_lookup_elem(histogram, &power, &count);
    if (count != 0) fmt::print("{:>20} {:>8}\n", std::uint64_t{1} << power, count);
  }
}
