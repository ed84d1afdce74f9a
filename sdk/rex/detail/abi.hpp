// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// The runtime's functions as the contract lists them.  For the SDK's own use: the checker
/// rejects calls of them, and of anything in rex::detail, from an extension's source.
#pragma once

// The contract is C; its types and functions are declared with C linkage, in a namespace of
// their own so that they are not found by accident.
namespace rex::detail {

extern "C" {
#include <rex/abi.h>
#include <rex/log.h>

struct rex_task;
struct rex_xdp;
struct rex_skb;

#define REX_ABI_FUNCTION(result, name, parameters) result name parameters;
#include <rex/functions.h>

/// A failed check.  Not a function of any runtime: the instrumentation pass replaces each
/// call by rex_panic() with the place in the extension's source, so a check costs its callers
/// no argument for it.
[[noreturn, clang::nomerge]] void rex_trap(__u32 kind, __u64 first, __u64 second, __u32 bits,
                                           const char* message);

/// A number that the kernel's BTF answers a question with, such as "offset:u32:task_struct:prio".
/// In the kernel not a function: the instrumentation replaces each call by the address of a symbol
/// rex_kernel:<question>, which the loader makes absolute.
[[gnu::const]] __u64 rex_kernel_symbol(const char* question);
}

}  // namespace rex::detail
