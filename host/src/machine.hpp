// SPDX-License-Identifier: GPL-2.0-only
// The machine that programs run on.
#pragma once

#include <cstddef>

namespace rex::host {

/// Processors: each per-CPU map has a value for each.
inline constexpr unsigned kCpus = 4;

/// Bytes between the per-CPU areas of two processors: what the kernel's per-CPU offset is to a
/// per-CPU pointer.  Address space, of which a map takes what it needs.
inline constexpr std::size_t kCpuArea = std::size_t{1} << 32;

/// The processor that the running thread plays, and its NUMA node.
unsigned current_cpu();
void set_current_cpu(unsigned cpu, unsigned node);

}  // namespace rex::host
