// SPDX-License-Identifier: GPL-2.0-only
// From times to costs.
#pragma once

#include <optional>
#include <string>

#include "side.hpp"

namespace rex::bench {

/// What an event, or an operation, costs more with a program: guest instructions.
struct Cost {
  double least = 0;   ///< of all rounds
  double spread = 0;  ///< between the least and the most
};

struct Measured {
  std::optional<Cost> rex;
  std::optional<Cost> ebpf;
  std::string failure;  ///< why one is missing
};

struct Settings {
  unsigned rounds = 5;          ///< in each of which base and program are measured anew
  std::uint32_t events = 4096;  ///< of one round
};

/// Measures both sides of a row, in turns.
Measured measure(const Row& row, const Settings& settings);

}  // namespace rex::bench
