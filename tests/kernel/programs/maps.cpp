// SPDX-License-Identifier: GPL-2.0-only
// Each operation of each map.  A program returns 0, or the line of the first one that did not do
// what its page says.
#include <rex/rex.hpp>

struct Point {
  rex::u32 x;
  rex::u32 y;
  rex::u64 z;
};

struct Name {
  rex::u16 number;
  rex::u8 letter;
  rex::u8 digit;
};

struct Address {
  rex::u8 a;
  rex::u8 b;
  rex::u8 c;
  rex::u8 d;
};

rex::ArrayMap<Point, 5> points;
rex::ArrayMap<rex::u64, 3> counters;
rex::ArrayMap<rex::u8, 3> bytes;
rex::PerCpuArrayMap<rex::u64, 4> cpu_counters;
rex::PerCpuArrayMap<Name, 4> cpu_names;
rex::HashMap<Name, Point, 4> places;
rex::HashMap<rex::u32, rex::u64, 64> totals;
rex::HashMap<rex::u32, rex::u64, 64, rex::allocated_late> late;
rex::PerCpuHashMap<rex::u32, Name, 4> cpu_places;
rex::PerCpuHashMap<rex::u32, rex::u64, 4> cpu_totals;
rex::LruHashMap<rex::u32, rex::u64, 128> recent;
rex::LpmTrieMap<Address, rex::u32, 3> routes;
rex::Queue<rex::i32, 2> queue;
rex::Stack<rex::i32, 2> stack;
rex::Queue<rex::i32, 16> input;

static bool is(rex::Status status, rex::Error error) { return status.error() == error; }

rex::Result array(const rex::Once&) {
  if (points.get(5)) return 1;
  if (points.get(4294967295)) return 2;
  if (points.get(0)->z != 0) return 3;
  if (!points.set(4, {1, 2, 3})) return 4;
  if (!is(points.set(5, {1, 2, 3}), rex::Error::not_found)) return 5;
  const auto point = points.get(4);
  if (point->x != 1 || point->y != 2 || point->z != 3) return 6;
  if (points.get(3)->x != 0) return 7;
  if (counters.cell(3)) return 8;
  auto cell = counters.cell(1);
  if (cell->add(5) != 0 || cell->load() != 5) return 9;
  cell->store(7);
  if (counters.get(1).value_or(0) != 7) return 10;
  if (cell->exchange(8) != 7 || cell->sub(1) != 8) return 11;
  rex::u64 expected = 6;
  if (cell->compare_exchange(expected, 1) || expected != 7) return 12;
  if (!cell->compare_exchange(expected, 9) || cell->load() != 9) return 13;
  if (!bytes.set(1, 255) || bytes.get(1).value_or(0) != 255) return 14;
  if (bytes.get(0).value_or(1) != 0 || bytes.get(2).value_or(1) != 0) return 15;
  return 0;
}

rex::Result array_at(const rex::Once&) {
  const auto index = input.pop();
  const auto value = counters.get(static_cast<rex::u32>(*index));
  return value ? static_cast<rex::i64>(*value) : -1;
}

rex::Result percpu_array(const rex::Once&) {
  if (cpu_counters.get(4) || cpu_counters.cell(4)) return 1;
  auto cell = cpu_counters.cell(2);
  if (cell->add(3) != 0) return 2;
  if (cpu_counters.get(2).value_or(0) != 3) return 3;
  if (!cpu_names.set(3, {1, 2, 3})) return 4;
  if (!is(cpu_names.set(4, {1, 2, 3}), rex::Error::not_found)) return 5;
  if (cpu_names.get(3)->letter != 2) return 6;
  if (cpu_names.get(2)->letter != 0) return 7;
  return 0;
}

rex::Result hash(const rex::Once&) {
  if (places.get({1, 2, 3})) return 1;
  if (!is(places.remove({1, 2, 3}), rex::Error::not_found)) return 2;
  if (!is(places.update({1, 2, 3}, {1, 2, 3}), rex::Error::not_found)) return 3;
  if (!places.insert({1, 2, 3}, {1, 2, 3})) return 4;
  if (!is(places.insert({1, 2, 3}, {4, 5, 6}), rex::Error::exists)) return 5;
  if (places.get({1, 2, 3})->z != 3 || !places.contains({1, 2, 3})) return 6;
  if (!places.update({1, 2, 3}, {4, 5, 6}) || places.get({1, 2, 3})->x != 4) return 7;
  if (!places.set({1, 2, 4}, {7, 8, 9}) || !places.set({1, 2, 5}, {7, 8, 9})) return 8;
  if (!places.set({1, 2, 6}, {7, 8, 9})) return 9;
  if (!is(places.set({1, 2, 7}, {7, 8, 9}), rex::Error::full)) return 10;
  if (!places.remove({1, 2, 4}) || places.contains({1, 2, 4})) return 11;
  if (!places.set({1, 2, 7}, {7, 8, 9})) return 12;
  if (totals.cell(9)) return 13;
  if (!totals.set(9, 1)) return 14;
  auto cell = totals.cell(9);
  if (cell->add(5) != 1 || totals.get(9).value_or(0) != 6) return 15;
  if (!late.set(1, 2) || late.get(1).value_or(0) != 2 || !late.remove(1)) return 16;
  // The cell of a removed entry stays memory of the map.
  if (!totals.remove(9)) return 17;
  cell->add(1);
  return 0;
}

rex::Result hash_entries(const rex::Once&) {
  for (rex::u32 i = 0; i < 64; ++i)
    if (!totals.set(i, i)) return 1;
  rex::u64 sum = 0;
  rex::u32 count = 0;
  for (const auto& entry : totals) {
    if (entry.key != entry.value) return 2;
    sum += entry.value;
    ++count;
  }
  if (count != 64 || sum != 64 * 63 / 2) return 3;
  count = 0;
  for (const auto& entry : totals) {
    if (!totals.remove(entry.key)) return 4;
    ++count;
  }
  if (count != 64) return 5;
  for (const auto& entry : totals) return 6 + static_cast<rex::i64>(entry.key);
  return 0;
}

rex::Result percpu_hash(const rex::Once&) {
  if (cpu_places.get(1) || cpu_totals.cell(1)) return 1;
  if (!cpu_places.insert(1, {1, 2, 3})) return 2;
  if (!is(cpu_places.insert(1, {1, 2, 3}), rex::Error::exists)) return 3;
  if (cpu_places.get(1)->digit != 3) return 4;
  if (!cpu_totals.set(1, 40)) return 5;
  cpu_totals.cell(1)->add(2);
  if (cpu_totals.get(1).value_or(0) != 42) return 6;
  for (rex::u32 i = 2; i <= 4; ++i)
    if (!cpu_totals.set(i, i)) return 7;
  if (!is(cpu_totals.set(5, 5), rex::Error::full)) return 8;
  if (!cpu_totals.remove(2) || !is(cpu_totals.remove(2), rex::Error::not_found)) return 9;
  rex::u64 sum = 0;
  for (const auto& entry : cpu_totals) sum += entry.value;
  return sum == 42 + 3 + 4 ? 0 : 10;
}

rex::Result lru_hash(const rex::Once&) {
  if (recent.get(1)) return 1;
  // Ten times what it holds: never full.
  for (rex::u32 i = 0; i < 1280; ++i)
    if (!recent.set(i, i)) return 2;
  if (recent.get(1279).value_or(0) != 1279) return 3;
  if (recent.contains(0)) return 4;
  if (!recent.remove(1279) || recent.contains(1279)) return 5;
  if (!is(recent.update(5000, 1), rex::Error::not_found)) return 6;
  rex::u32 count = 0;
  for (const auto& entry : recent) {
    if (entry.key != entry.value) return 7;
    ++count;
  }
  return count > 0 && count <= 128 ? 0 : 8;
}

rex::Result lpm_trie(const rex::Once&) {
  if (routes.get({32, {10, 0, 0, 1}})) return 1;
  if (!routes.set({8, {10, 0, 0, 0}}, 8)) return 2;
  if (!routes.insert({24, {10, 0, 1, 0}}, 24)) return 3;
  if (!is(routes.insert({24, {10, 0, 1, 0}}, 24), rex::Error::exists)) return 4;
  if (routes.get({32, {10, 0, 1, 9}}).value_or(0) != 24) return 5;
  if (routes.get({32, {10, 0, 2, 9}}).value_or(0) != 8) return 6;
  if (routes.contains({32, {11, 0, 2, 9}})) return 7;
  if (!is(routes.set({33, {10, 0, 0, 0}}, 8), rex::Error::invalid)) return 8;
  if (!routes.set({0, {0, 0, 0, 0}}, 1)) return 9;
  if (routes.get({32, {11, 0, 2, 9}}).value_or(0) != 1) return 10;
  if (!is(routes.set({16, {10, 1, 0, 0}}, 16), rex::Error::full)) return 11;
  if (!routes.remove({24, {10, 0, 1, 0}})) return 12;
  if (!is(routes.remove({24, {10, 0, 1, 0}}), rex::Error::not_found)) return 13;
  if (routes.get({32, {10, 0, 1, 9}}).value_or(0) != 8) return 14;
  return 0;
}

rex::Result queue_and_stack(const rex::Once&) {
  if (queue.pop().error() != rex::Error::empty) return 1;
  if (stack.peek().error() != rex::Error::empty) return 2;
  if (!queue.push(1) || !queue.push(2) || !stack.push(1) || !stack.push(2)) return 3;
  if (!is(queue.push(3), rex::Error::full) || !is(stack.push(3), rex::Error::full)) return 4;
  if (*queue.peek() != 1 || *queue.pop() != 1 || *queue.pop() != 2) return 5;
  if (*stack.peek() != 2 || *stack.pop() != 2 || *stack.pop() != 1) return 6;
  for (rex::i32 i = 1; i <= 3; ++i)
    if (!queue.push_over(i) || !stack.push_over(i)) return 7;
  if (*queue.pop() != 2 || *queue.pop() != 3 || queue.pop()) return 8;
  if (*stack.pop() != 3 || *stack.pop() != 2 || stack.pop()) return 9;
  return 0;
}
