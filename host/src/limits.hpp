// SPDX-License-Identifier: GPL-2.0-only
// The numbers of the kernel's runtime (runtime/invocation.c, program.c).
#pragma once

#include <cstddef>
#include <cstdint>

namespace rex::host {

/// Own time of a program, nanoseconds: REX_BUDGET_DEFAULT, REX_BUDGET_MAX.
inline constexpr std::uint64_t kDefaultBudget = 50'000'000;
inline constexpr std::uint64_t kMaxBudget = 10'000'000'000;
/// Polls between two readings of the clock: REX_FUEL.
inline constexpr long kFuel = 1024;
/// The most that counts of the time between two readings, nanoseconds: REX_GAP_MAX.
inline constexpr std::uint64_t kMaxGap = 2'000'000;

/// Bytes between the per-CPU areas of two processors: what the kernel's per-CPU offset is to a
/// per-CPU pointer.  Address space, of which a map takes what it needs.
inline constexpr std::size_t kCpuArea = std::size_t{1} << 32;
/// Stack of one run, bytes.  The kernel's programs have 12 KiB at most; frames that are not
/// optimised, with what sanitizers add, are many times as large.
inline constexpr unsigned long kStack = 1UL << 20;

}  // namespace rex::host
