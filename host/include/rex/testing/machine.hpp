// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The machine of a test's world, as programs see it.
#pragma once

#include <cstdint>
#include <deque>
#include <random>
#include <vector>

namespace rex::testing {

/// Its processors, chance, and the stacks that programs store.
// NOLINTNEXTLINE(bugprone-random-generator-seed): the same numbers in each run of a test
class Machine {
 public:
  /// Processors.  A per-CPU map has a value for each.
  static constexpr unsigned kCpus = 4;

  /// Programs run on this processor from now on; on 0 of node 0 at first.
  /// Throws std::invalid_argument where there is no such processor.
  void run_on(unsigned cpu, unsigned numa_node = 0);
  unsigned cpu() const { return cpu_; }
  unsigned numa_node() const { return numa_node_; }

  /// rex::random_u32() gives this number, once for each call; then numbers that are the same in
  /// each run of a test.
  void next_random(std::uint32_t number) { numbers_.push_back(number); }
  /// Other numbers from now on.
  void seed(std::uint32_t seed) { generator_.seed(seed); }

  /// Return addresses, the innermost first: what a StackTraceMap takes the id of.  None, which is
  /// Error::fault, until the test gives some.
  std::vector<std::uint64_t> kernel_stack;
  std::vector<std::uint64_t> user_stack;

  /// For the host's own use.
  std::uint32_t random();

 private:
  unsigned cpu_ = 0;
  unsigned numa_node_ = 0;
  std::deque<std::uint32_t> numbers_;
  std::mt19937 generator_;
};

}  // namespace rex::testing
