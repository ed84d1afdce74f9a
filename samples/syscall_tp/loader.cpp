// SPDX-License-Identifier: GPL-2.0-only
// syscall_tp-loader COUNT: tries to open a file that there is not, so many times, and prints how
// often the kernel saw that: "ENTERED FAILED".
#include <fcntl.h>
#include <fmt/core.h>

#include <cstdlib>
#include <rex/loader.hpp>

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: syscall_tp-loader COUNT\n");
    return 2;
  }
  auto extension = rex::must(rex::Extension::load("syscall_tp.rex"));
  auto exit = rex::must(extension.attach("on_exit"));
  auto enter = rex::must(extension.attach("on_enter"));
  for (long i = std::strtol(argv[1], nullptr, 10); i > 0; --i) open("/nowhere", O_RDONLY);
  enter.close();
  exit.close();
  fmt::print("{} {}\n", rex::must(extension.global("entered")),
             rex::must(extension.global("failed")));
}
