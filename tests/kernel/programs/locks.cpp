// SPDX-License-Identifier: GPL-2.0-only
// Locks in values of maps and in globals.
#include <rex/rex.hpp>

struct Pair {
  rex::u64 first;
  rex::u64 second;
};

rex::ArrayMap<rex::SpinLocked<Pair>, 2> pairs;
rex::HashMap<rex::u32, rex::SpinLocked<Pair>, 2> by_key;
rex::SpinLocked<Pair> shared;
rex::SpinLocked<Pair> started{Pair{40, 2}};
rex::SpinLocked<rex::u32, 1> account;
rex::SpinLocked<Pair, 2> journal;
rex::Queue<rex::i32, 64> work;
rex::Atomic<rex::u64> samples;
rex::Atomic<rex::u64> busy;
rex::Param<rex::u32> rounds{1};

namespace {

/// Both numbers go up by one, and time passes between reading and writing: what somebody else adds
/// meanwhile would be lost.
void add_slowly(rex::LockGuard<Pair>& locked) {
  Pair pair = locked.get();
  const rex::u64 difference = pair.first - pair.second;
  rex::u64 spent = 0;
  for (rex::u32 i = 0; i < 2000; ++i) spent = spent * 7 % 1000 + i;
  pair.first += spent == 1 ? 2 : 1;
  pair.second = pair.first - difference;
  locked.set(pair);
}

bool is(rex::Status status, rex::Error error) { return status.error() == error; }

}  // namespace

// Of the map; the number of rounds that did not get the lock.
rex::Result count_in_map(const rex::Once&) {
  rex::i64 missed = 0;
  for (rex::u32 i = 0; i < rounds.get(); ++i)
    if (auto locked = pairs.lock(0))
      add_slowly(*locked);
    else
      ++missed;
  return missed;
}

// Of a global, at an event.
rex::Result count_in_global(const rex::Kprobe<"write_null">&) {
  add_slowly(*shared.lock());
  return rex::ok;
}
rex::Result global_count(const rex::Once&) {
  const Pair pair = shared.lock()->get();
  return pair.first == pair.second ? static_cast<rex::i64>(pair.first) : -1;
}

// Each operation; 0, or the number of the first that did not do what its page says.
rex::Result operations(const rex::Once&) {
  if (pairs.lock(2).error() != rex::Error::not_found) return 1;
  {
    auto locked = pairs.lock(1);
    locked->set({3, 4});
    locked->update([](Pair& pair) { pair.second *= 10; });
    const Pair pair = locked->get();
    if (pair.first != 3 || pair.second != 40) return 2;
    locked->unlock();
    // It is free: the second guard takes the same.
    auto again = pairs.lock(1);
    if (again->get().second != 40) return 3;
    // A guard that is overwritten gives its lock back.
    *locked = rex::move(*again);
    if (locked->get().first != 3) return 4;
  }
  if (by_key.lock(5).error() != rex::Error::not_found) return 5;
  if (!by_key.insert(5, {1, 2})) return 6;
  if (!is(by_key.insert(5, {3, 4}), rex::Error::exists)) return 7;
  if (!by_key.insert(6, {3, 4})) return 8;
  if (!is(by_key.insert(7, {3, 4}), rex::Error::full)) return 9;
  if (by_key.lock(5)->get().second != 2) return 10;
  by_key.lock(5)->update([](Pair& pair) { pair.first = 9; });
  if (by_key.lock(5)->get().first != 9) return 11;
  if (!by_key.remove(5) || by_key.contains(5)) return 12;
  if (!is(by_key.remove(5), rex::Error::not_found)) return 13;
  // The element of a key that was removed, with the lock as it was left.
  if (!by_key.insert(8, {5, 6}) || by_key.lock(8)->get().first != 5) return 14;
  if (!by_key.remove(8) || !by_key.remove(6)) return 15;
  // A guard that is no variable lives to the end of its statement.
  const Pair pair = started.lock()->get();
  if (pair.first != 40 || pair.second != 2) return 16;
  return 0;
}

rex::Result same_twice(const rex::Once&) {
  auto first = pairs.lock(0);
  auto second = pairs.lock(0);
  return second->get().first == first->get().first;
}
rex::Result another_one(const rex::Once&) {
  auto first = pairs.lock(0);
  auto second = pairs.lock(1);
  return second->get().first == first->get().first;
}
rex::Result ordered_after_plain(const rex::Once&) {
  auto first = shared.lock();
  auto second = account.lock();
  return second->get() == first->get().first;
}
rex::Result in_order(const rex::Once&) {
  auto first = account.lock();
  auto second = journal.lock();
  first->set(7);
  second->set({8, 9});
  // In the order they were taken in, too.
  first->unlock();
  if (second->get().second != 9) return 1;
  second->unlock();
  return account.lock()->get() == 7 ? 0 : 2;
}
rex::Result against_order(const rex::Once&) {
  auto second = journal.lock();
  auto first = account.lock();
  return first->get() == second->get().first;
}
rex::Result after_unlock(const rex::Once&) {
  auto locked = shared.lock();
  locked->unlock();
  return static_cast<rex::i64>(locked->get().first);
}

// What is changed by then is not there after the panic; the lock is free.
rex::Result panic_inside(const rex::Once&) {
  auto locked = pairs.lock(1);
  locked->update([](Pair& pair) {
    pair.first = 666;
    rex::panic("in the middle");
  });
  return rex::ok;
}
rex::Result spin_inside(const rex::Once&) {
  auto locked = pairs.lock(1);
  while (true) locked->set({5, 5});
  return rex::ok;
}
rex::Result panic_with_two(const rex::Once&) {
  auto first = account.lock();
  auto second = journal.lock();
  rex::panic("with two locks");
}
// Both are free.
rex::Result look(const rex::Once&) {
  if (account.lock()->get() > 100 || journal.lock()->get().first > 100) return -1;
  return static_cast<rex::i64>(pairs.lock(1)->get().first);
}

// A program inside of one that holds the lock, on its CPU.
rex::Result hold_and_pop(const rex::Once&) {
  auto locked = shared.lock();
  if (work.pop()) return 1;
  return rex::ok;
}
rex::Result lock_inside(const rex::Kprobe<"queue_map_pop_elem">&) {
  const auto locked = shared.lock();
  if (locked.error() == rex::Error::busy) busy.add(1);
  return rex::ok;
}

// In an interrupt: of a CPU that would hold the lock most of the time.
rex::Result hold_long(const rex::Once&) {
  for (rex::u32 i = 0; i < rounds.get(); ++i) add_slowly(*shared.lock());
  return rex::ok;
}
rex::Result sample(const rex::PerfEvent<"cpu-clock/200000">&) {
  samples.add(1);
  if (!shared.lock()) busy.add(1);
  return rex::ok;
}
