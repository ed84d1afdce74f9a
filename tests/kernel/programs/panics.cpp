// SPDX-License-Identifier: GPL-2.0-only
// Programs that panic, one for each reason.  They take what fails from a queue, so that no
// optimiser knows it.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 16> input;

static rex::i32 next() { return *input.pop(); }

// Not a loop to the optimiser: both calls' results are needed.
static rex::i32 descend(rex::i32 depth) {
  if (depth <= 0) rex::panic("at the bottom");
  return descend(depth - 1) + descend(depth - 2);
}

rex::Result explicit_panic(const rex::Once&) { rex::panic("on purpose"); }

rex::Result deep_panic(const rex::Once&) { return descend(next()); }

rex::Result addition(const rex::Once&) { return next() + next(); }

rex::Result subtraction(const rex::Once&) { return next() - next(); }

rex::Result multiplication(const rex::Once&) { return next() * next(); }

rex::Result negation(const rex::Once&) { return -next(); }

rex::Result division(const rex::Once&) { return next() / next(); }

rex::Result remainder(const rex::Once&) { return next() % next(); }

rex::Result shift(const rex::Once&) { return next() << next(); }

rex::Result empty_option(const rex::Once&) { return next(); }

rex::Result endless_loop(const rex::Once&) {
  rex::u64 value = 1;
  while (value != 0) value = value * 3 + 2;  // odd for ever
  return 0;
}

rex::Result endless_recursion_tree(const rex::Once&) {
  rex::i32 total = 0;
  while (true) total = (total + 1) % 7;
  return total;
}

static rex::i32 endless(rex::i32 depth) { return endless(depth + 1) + endless(depth + 2); }

rex::Result endless_recursion(const rex::Once&) { return endless(next()); }

// Each call has a frame of its own, larger than most.
static rex::i32 large_frames(rex::i32 depth) {
  rex::Array<rex::i32, 900> values{};
  for (rex::u32 i = 0; i < 900; ++i) values[i] = depth + static_cast<rex::i32>(i % 7);
  if (depth == 0) return values[5];
  return large_frames(depth - 1) + values[static_cast<rex::u32>(depth)] + large_frames(depth - 1);
}

rex::Result deep_large_frames(const rex::Once&) { return large_frames(next()); }

rex::Result fine(const rex::Once&) { return 42; }
