// SPDX-License-Identifier: GPL-2.0-only
// Programs that run inside others.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 64> work;  // what the outer program uses, and the inner one disturbs
rex::Queue<rex::i32, 64> inner_runs;
rex::ArrayMap<rex::u64, 8> busy;  // times that the inner program met a busy map, by map
rex::RingBuf<4096> records;
rex::HashMap<rex::u32, rex::u64, 64> totals;
rex::LruHashMap<rex::u32, rex::u64, 64> recent;
rex::LpmTrieMap<rex::u32, rex::u32, 64> routes;

struct Record {
  rex::u64 value;
};

static void note(rex::Queue<rex::i32, 64>& queue, rex::i32 value) {
  if (!queue.push(value)) return;
}

static void count_busy(rex::u32 map) { busy.cell(map)->add(1); }

// Uses the map until its budget is spent: never by itself.
rex::Result pop_for_ever(const rex::Once&) {
  while (true) work.pop();
  return 0;
}

// Loops a little, so that it polls, inside each map operation of the one above.
rex::Result spin_inside(const rex::Kprobe<"">&) {
  rex::u32 value = 1;
  for (rex::u32 i = 0; i < 100; ++i) value = value * 3 + i;
  note(inner_runs, static_cast<rex::i32>(value % 1000));
  return rex::ok;
}

// Panics inside it.
rex::Result panic_inside(const rex::Kprobe<"">&) { rex::panic("inside another program"); }

// Pushes and submits, in process context.
rex::Result use_maps(const rex::Once&) {
  for (rex::i32 i = 0; i < 8; ++i) work.push(i);
  for (rex::u64 i = 0; i < 8; ++i) records.output(Record{i});
  for (rex::u32 i = 0; i < 8; ++i) totals.set(i, i);
  for (rex::u32 i = 0; i < 256; ++i) recent.set(i, i);
  for (rex::u32 i = 0; i < 8; ++i) routes.set({32, i}, i);
  return 8;
}

// The same maps from inside their own operations, where their locks are held.
rex::Result use_maps_inside(const rex::Kprobe<"">&) {
  const auto pushed = work.push(-1);
  if (pushed.error() == rex::Error::busy) count_busy(1);
  const auto submitted = records.output(Record{99});
  if (submitted.error() == rex::Error::busy) count_busy(2);
  if (totals.set(99, 0).error() == rex::Error::busy) count_busy(3);
  if (recent.set(999, 0).error() == rex::Error::busy) count_busy(4);
  if (routes.set({32, 99}, 0).error() == rex::Error::busy) count_busy(5);
  return rex::ok;
}
