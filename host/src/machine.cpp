// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing/machine.hpp>

#include <stdexcept>
#include <string>

#include "contract.hpp"
#include "invocation.hpp"

namespace rex::testing {

void Machine::run_on(unsigned cpu, unsigned numa_node) {
  if (cpu >= kCpus)
    throw std::invalid_argument("the test's machine has the processors 0 to " +
                                std::to_string(kCpus - 1) + ", and no " + std::to_string(cpu));
  cpu_ = cpu;
  numa_node_ = numa_node;
}

std::uint32_t Machine::random() {
  if (numbers_.empty()) return static_cast<std::uint32_t>(generator_());
  const std::uint32_t number = numbers_.front();
  numbers_.pop_front();
  return number;
}

}  // namespace rex::testing

__u32 rex_random() { return rex::host::calling_invocation("rex_random").world->machine().random(); }
