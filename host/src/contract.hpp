// SPDX-License-Identifier: GPL-2.0-only
// The contract, as the host implements it: abi/rex/functions.h.
#pragma once

#include <rex/abi.h>
#include <rex/log.h>

extern "C" {
struct rex_task;
struct rex_xdp;
struct rex_skb;

#define REX_ABI_FUNCTION(result, name, parameters) result name parameters;
#define REX_ABI_NORETURN(name, parameters) [[noreturn]] void name parameters;
#include <rex/functions.h>

// Variables that the instrumentation uses, as of each thread.
extern constinit thread_local long rex_fuel;
extern constinit thread_local unsigned long rex_stack_limit;
// Those that the SDK reads relative to %gs, whose base is 0 in a process.
extern unsigned long rex_cpu_offset;
extern unsigned int rex_cpu_number;
extern unsigned int rex_numa_node;
}
