// SPDX-License-Identifier: GPL-2.0-only
// Recursion without an end.  Not a matter of the language: the instrumentation checks the stack at
// recursive calls, and the program panics.
#include <rex/rex.hpp>

static rex::i64 down(rex::i64 n) { return 1 + down(n + 1); }

rex::Result program(const rex::Once&) { return down(0); }
