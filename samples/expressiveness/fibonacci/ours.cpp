// SPDX-License-Identifier: GPL-2.0-only
// Recursive Fibonacci numbers.
#include <rex/rex.hpp>

static rex::i64 fib(rex::i64 n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

rex::Result fibonacci(const rex::Once&) { return fib(20); }
