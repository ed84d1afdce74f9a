// SPDX-License-Identifier: GPL-2.0-only
// recursive-loader DEPTH: the sum of the numbers up to DEPTH, by as many calls within each other.
#include <fmt/core.h>

#include <cstdlib>
#include <rex/loader.hpp>

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: recursive-loader DEPTH\n");
    return 2;
  }
  rex::LoadOptions options;
  options.params["depth"] = std::strtoll(argv[1], nullptr, 10);
  auto extension = rex::must(rex::Extension::load("recursive.rex", options));
  fmt::print("{}\n", rex::must(extension.run("recursive")));
}
