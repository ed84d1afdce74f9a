// SPDX-License-Identifier: GPL-2.0-only
// How each hook runs a program.
#pragma once

#include <rex/testing/outcome.hpp>
#include <rex/testing/registers.hpp>
#include <span>

#include "world.hpp"

namespace rex::host {

/// With the plainest context that the program's hook has.
testing::Outcome fire(World& world, Program& program);

// The others throw std::invalid_argument for a program with another hook.

testing::Outcome fire_registers(World& world, Program& program,
                                const testing::Registers& registers);
/// The result comes first, where the hook has one.
testing::Outcome fire_arguments(World& world, Program& program,
                                std::span<const std::uint64_t> arguments);

}  // namespace rex::host
