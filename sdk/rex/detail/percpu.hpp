// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Memory of which every CPU has its own.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/types.hpp>

namespace rex::detail {

extern "C" {
// In the kernel's per-CPU area, which %gs points at: address space 256 of x86-64.
extern __attribute__((address_space(256))) unsigned long rex_cpu_offset;
}

/// This CPU's copy of what a per-CPU pointer of the kernel stands for.  The same CPU throughout an
/// invocation, which runs with preemption off.
[[gnu::always_inline]] inline void* this_cpu(u64 pointer) {
  // SAFETY: the runtime has set the variable of each CPU to what the kernel adds there.
  return reinterpret_cast<void*>(pointer + rex_cpu_offset);
}

}  // namespace rex::detail
