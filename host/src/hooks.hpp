// SPDX-License-Identifier: GPL-2.0-only
// How each hook runs a program.
#pragma once

#include <rex/testing/outcome.hpp>
#include <rex/testing/registers.hpp>

#include "world.hpp"

namespace rex::host {

/// With the plainest context that the program's hook has.
testing::Outcome fire(World& world, Program& program);
/// Throws std::invalid_argument for a program with another hook.
testing::Outcome fire_kprobe(World& world, Program& program, const testing::Registers& registers);

}  // namespace rex::host
