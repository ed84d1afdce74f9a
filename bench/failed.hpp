// SPDX-License-Identifier: GPL-2.0-only
// A measurement that cannot be made.
#pragma once

#include <stdexcept>
#include <string>
#include <system_error>

namespace rex::bench {

/// Caught per row: the table says why a figure is missing.
class Failed : public std::runtime_error {
 public:
  using runtime_error::runtime_error;
};

[[noreturn]] inline void failed(const std::string& what, int number) {
  throw Failed(what + ": " + std::generic_category().message(number));
}

}  // namespace rex::bench
