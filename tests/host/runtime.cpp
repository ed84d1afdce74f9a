// SPDX-License-Identifier: GPL-2.0-only
// Programs for the tests of the runtime in user space.
#include <rex/rex.hpp>

struct Pair {
  rex::u32 first;
  rex::u32 second;
};

rex::Queue<rex::i32, 3> numbers;
rex::Queue<Pair, 2> pairs;
rex::RingBuf<4096> records;

static rex::i64 code(rex::Error error) {
  return static_cast<rex::i64>(static_cast<rex::u8>(error));
}

rex::Result push(const rex::Once&) { return code(numbers.push(9).error()); }

rex::Result pop(const rex::Once&) {
  const auto number = numbers.pop();
  return number ? *number : -code(number.error());
}

rex::Result peek(const rex::Once&) {
  const auto number = numbers.peek();
  return number ? *number : -code(number.error());
}

rex::Result swap_pair(const rex::Once&) {
  const auto pair = pairs.pop();
  if (!pair) return -1;
  pairs.push(Pair{pair->second, pair->first});
  return 0;
}

rex::Result fill(const rex::Once&) {
  rex::i64 count = 0;
  while (records.output(rex::u64{7})) ++count;
  return count;
}

rex::Result submit(const rex::Once&) { return code(records.output(rex::u32{1}).error()); }

rex::Result loop(const rex::Once&) {
  rex::u64 value = 1;
  while (value != 0) value = value * 3 + 2;  // odd for ever
  return 0;
}

rex::Result divide(const rex::Once&) {
  const rex::i32 dividend = *numbers.pop();
  return dividend / *numbers.pop();
}

rex::Result give_up(const rex::Kprobe<"write_null">&) { rex::panic("on purpose"); }

rex::Result second_argument(const rex::Kprobe<"vfs_write">& probe) {
  return static_cast<rex::i64>(probe.argument<1>());
}

rex::Result utime(const rex::Kprobe<"f">& probe) {
  const auto task = rex::Task::from_pid(static_cast<rex::i32>(probe.argument<0>()));
  return task ? static_cast<rex::i64>(task->utime()) : -1;
}

rex::Result kernel_fields(const rex::Kprobe<"f">& probe) {
  const auto task = rex::Task::from_pid(static_cast<rex::i32>(probe.argument<0>()));
  if (!task) return -1;
  if (!rex::kernel::has_function<"new_function">()) return -2;
  if (!task->optional_field<rex::u8, "not_there">()) return -3;
  return static_cast<rex::i64>(task->field<rex::u64, "se.sum_exec_runtime">()) +
         task->bits<rex::u8, "not_there">() + task->uid();
}

rex::Result print(const rex::Once&) {
  rex::log::warn("{:>4} of {}", 7, rex::Text{"eight"});
  return rex::ok;
}
