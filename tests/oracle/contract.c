/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The functions of the contract that the harness does not have: a program that calls one ends
 * there, as by a panic.  Weak, so that the harness's own take their places.
 */
#include <rex/abi.h>

#include "harness.h"

#pragma clang diagnostic ignored "-Wunused-parameter"
#pragma clang diagnostic ignored "-Wvisibility"

#define REX_ABI_FUNCTION(result, name, parameters) \
  __attribute__((weak)) result name parameters { rex_oracle_leave(); }
/* Nobody has a task or a packet, of which this would be a member. */
#define REX_ABI_FIELD(structure, field, type) char rex_field_##structure##__##field;
#include <rex/functions.h>

/* No kernel, whose types would answer. */
__u64 rex_kernel_symbol(const char* question) { rex_oracle_leave(); }
