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
#define REX_ABI_PERCPU(type, name) extern constinit thread_local type name;
#include <rex/functions.h>
}
