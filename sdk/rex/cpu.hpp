// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Where a program runs.
#pragma once

#include <rex/detail/percpu.hpp>
#include <rex/types.hpp>

namespace rex::detail {

extern "C" {
extern __attribute__((address_space(256))) unsigned int rex_cpu_number;
extern __attribute__((address_space(256))) unsigned int rex_numa_node;
}

}  // namespace rex::detail

/// The same throughout an invocation.  All calls: any context, one instruction.  Minimum kernel:
/// 6.1.
namespace rex::cpu {

/// The number of the CPU, from 0.
inline u32 id() {
  // SAFETY: the runtime has set the variable of each CPU.
  return detail::rex_cpu_number;
}

/// The number of its NUMA node, from 0.
inline u32 numa_node() {
  // SAFETY: as above.
  return detail::rex_numa_node;
}

}  // namespace rex::cpu
