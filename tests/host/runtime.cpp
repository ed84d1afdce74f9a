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
         task->bits<rex::u32, "sched_reset_on_fork">() + task->uid();
}

rex::Result print(const rex::Once&) {
  rex::log::warn("{:>4} of {}", 7, rex::Text{"eight"});
  return rex::ok;
}

// Programs of other hooks, for what they are handed.

rex::Result returned(const rex::Kretprobe<"f">& probe) {
  return static_cast<rex::i64>(probe.return_value());
}

rex::Result in_process(const rex::Uprobe<"/bin/true:main", rex::i16>& call) {
  return call.argument<0>();
}

rex::Override instead(const rex::KprobeOverride<"__x64_sys_mkdir">& call) {
  return call.argument<0>() == 1 ? rex::override_with_error(13) : rex::Override::none;
}

rex::Result third_argument(const rex::Fentry<"f", rex::u64, rex::u64, rex::i32>& call) {
  return call.argument<2>();
}

rex::Result result_of(const rex::Fexit<"f", rex::u64>& call) {
  return call.result<rex::i32>() + static_cast<rex::i32>(call.argument<0>());
}

rex::LsmAction decide(const rex::Lsm<"file_open">&) { return rex::LsmAction::access_denied; }

rex::Result periods(const rex::Timer<"1s">& timer) {
  return static_cast<rex::i64>(timer.periods());
}

rex::XdpAction turn(rex::Xdp& packet) {
  auto ethernet = packet.read<rex::EthernetHeader>(0);
  if (!ethernet) return rex::XdpAction::drop;
  if (!packet.adjust_head(-4) || packet.adjust_head(-1000)) return rex::XdpAction::aborted;
  if (!packet.write(0, *ethernet) || !packet.adjust_tail(2)) return rex::XdpAction::aborted;
  return packet.redirect(packet.interface() + 1);
}

rex::NetfilterVerdict judge(rex::Netfilter<"ip:output">& packet) {
  packet.set_mark(packet.mark() + packet.outgoing_interface());
  return packet.write(0, rex::u8{0x45}) ? rex::NetfilterVerdict::accept
                                        : rex::NetfilterVerdict::drop;
}

rex::TcAction tagged(rex::Tc& packet) {
  const rex::be16 before{7};
  if (!packet.push_vlan(rex::EtherType::vlan, before)) return rex::TcAction::shot;
  const auto vlan = packet.read<rex::VlanHeader>(14);
  if (!vlan || vlan->id() != 7 || !packet.pop_vlan()) return rex::TcAction::shot;
  if (!packet.replace_checksum(14, before, rex::be16{8})) return rex::TcAction::shot;
  return rex::TcAction::ok;
}

rex::SpinLocked<Pair> plain{Pair{1, 2}};
rex::SpinLocked<Pair, 1> early;
rex::SpinLocked<Pair, 2> late;

rex::Result lock_and_change(const rex::Once&) {
  plain.lock()->update([](Pair& pair) { pair.second += pair.first; });
  return plain.lock()->get().second;
}
rex::Result lock_twice(const rex::Once&) {
  auto first = plain.lock();
  return plain.lock()->get().first;
}
rex::Result lock_in_order(const rex::Once&) {
  auto first = early.lock();
  auto second = late.lock();
  second->set({5, 6});
  first->unlock();
  return second->get().second;
}
rex::Result lock_against_order(const rex::Once&) {
  auto second = late.lock();
  return early.lock()->get().first;
}
rex::Result panic_with_lock(const rex::Once&) {
  plain.lock()->update([](Pair& pair) {
    pair.second = 1000;
    rex::panic("in the middle");
  });
  return rex::ok;
}
