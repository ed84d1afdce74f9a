// SPDX-License-Identifier: GPL-2.0-only
// How each hook runs a program.
#pragma once

#include <rex/testing/events.hpp>
#include <rex/testing/outcome.hpp>
#include <rex/testing/registers.hpp>
#include <span>

#include "world.hpp"

namespace rex::host {

/// What a program's hook hands it.
enum class Context { kNone, kRegisters, kArguments, kPacket, kRecord, kSample };
/// Throws std::invalid_argument for a hook that the host does not have.
Context context_of(const Program& program);

/// With the plainest context that the program's hook has.
testing::Outcome fire(World& world, Program& program);

// The others throw std::invalid_argument for a program with another hook.

testing::Outcome fire_registers(World& world, Program& program,
                                const testing::Registers& registers);
testing::Outcome fire_sample(World& world, Program& program, const testing::PerfSample& sample);
/// Throws also where the record has a field that the program does not declare so.
testing::Outcome fire_trace(World& world, Program& program, const testing::TraceRecord& record);
/// The result comes first, where the hook has one.
testing::Outcome fire_arguments(World& world, Program& program,
                                std::span<const std::uint64_t> arguments);

}  // namespace rex::host
