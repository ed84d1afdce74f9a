// SPDX-License-Identifier: GPL-2.0-only
// A program with a variable.
#include <rex/rex.hpp>

rex::Atomic<rex::u64> runs{5};
rex::Queue<rex::i32, 3> numbers;

rex::Result add_run(const rex::Once&) { return static_cast<rex::i64>(runs.add(1)); }
