// SPDX-License-Identifier: GPL-2.0-only
// Programs that hold records of a ring buffer, and end with some not submitted.
#include <rex/rex.hpp>

struct Event {
  rex::u64 value;
};

rex::RingBuf<4096> events;
rex::Queue<rex::i32, 16> input;

rex::Result submit(const rex::Once&) {
  auto record = events.reserve<Event>();
  record->submit({1});
  return rex::ok;
}

rex::Result forget(const rex::Once&) {
  auto record = events.reserve<Event>();
  return record ? 1 : 0;
}

rex::Result discard(const rex::Once&) {
  auto record = events.reserve<Event>();
  record->discard();
  return rex::ok;
}

rex::Result overwrite(const rex::Once&) {
  auto record = events.reserve<Event>();
  auto other = events.reserve<Event>();
  record = rex::move(other);  // discards the first
  record->submit({2});
  return rex::ok;
}

rex::Result submit_out_of_order(const rex::Once&) {
  auto first = events.reserve<Event>();
  auto second = events.reserve<Event>();
  auto third = events.reserve<Event>();
  second->submit({2});
  first->submit({1});
  third->submit({3});
  return rex::ok;
}

rex::Result submit_twice(const rex::Once&) {
  auto record = events.reserve<Event>();
  record->submit({1});
  record->submit({1});
  return rex::ok;
}

rex::Result use_moved(const rex::Once&) {
  auto record = events.reserve<Event>();
  auto other = rex::move(record);
  record->submit({1});
  return other ? 1 : 0;
}

rex::Result panic_with_one(const rex::Once&) {
  auto record = events.reserve<Event>();
  if (record) rex::panic("with one record");
  return rex::ok;
}

rex::Result panic_with_holes(const rex::Once&) {
  auto first = events.reserve<Event>();
  auto second = events.reserve<Event>();
  auto third = events.reserve<Event>();
  auto fourth = events.reserve<Event>();
  first->submit({1});
  third->discard();
  auto fifth = events.reserve<Event>();
  if (fifth) rex::panic("with three records");
  return rex::ok;
}

// 2 to the depth records at once.
static rex::i32 hold(rex::i32 depth) {
  auto record = events.reserve<Event>();
  if (depth <= 1) return record ? 1 : 0;
  return hold(depth - 1) + (record ? 1 : 0);
}

// How many of so many could be had.
rex::Result hold_many(const rex::Once&) { return hold(*input.pop()); }

rex::Result bytes(const rex::Once&) {
  auto record = events.reserve_bytes(12);
  record->write(0, rex::u64{7});
  record->write(8, rex::u32{8});
  record->submit();
  return rex::ok;
}

// Two records of which nothing is written.
rex::Result bytes_unwritten(const rex::Once&) {
  for (int i = 0; i < 2; ++i)
    if (auto record = events.reserve_bytes(8)) record->submit();
  return rex::ok;
}

rex::Result bytes_beyond(const rex::Once&) {
  auto record = events.reserve_bytes(12);
  record->write(static_cast<rex::u32>(*input.pop()), rex::u64{7});
  return rex::ok;
}

rex::Result bytes_too_many(const rex::Once&) {
  return static_cast<rex::i32>(events.reserve_bytes(4090).error());
}

// The last record that fits, and one more.
rex::Result fill(const rex::Once&) {
  rex::i64 count = 0;
  while (true) {
    auto record = events.reserve<Event>();
    if (!record) return record.error() == rex::Error::full ? count : -1;
    record->submit({9});
    count = count + 1;
  }
}
