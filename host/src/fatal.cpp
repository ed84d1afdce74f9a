// SPDX-License-Identifier: GPL-2.0-only
#include "fatal.hpp"

#include <cstdio>
#include <cstdlib>

#include "sanitizers.hpp"

namespace rex::host {

void fatal(std::string_view what) {
  std::fflush(stdout);
  std::fprintf(stderr, "rex host: error: %.*s\n", static_cast<int>(what.size()), what.data());
  print_stack();
  std::abort();
}

}  // namespace rex::host
