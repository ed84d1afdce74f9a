// SPDX-License-Identifier: GPL-2.0-only
// What eBPF has no instruction for.
// expect: value -8
#include <rex/rex.hpp>

static rex::i64 divide(rex::i64 a, rex::i64 b) { return a / b + a % b; }

rex::Result signed_division(const rex::Once&) { return divide(-22, 3); }
