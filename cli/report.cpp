// SPDX-License-Identifier: GPL-2.0-only
#include "report.hpp"

#include <fmt/core.h>

#include <cstdio>

namespace rex::cli {

void print_error(std::string_view message) { fmt::print(stderr, "rex: error: {}\n", message); }

void print_hint(std::string_view message) { fmt::print(stderr, "rex: {}\n", message); }

void print_error(const Error& error) {
  print_error(error.summary);
  std::string_view rest = error.details;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    fmt::print(stderr, "  {}\n", rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
}

}  // namespace rex::cli
