// SPDX-License-Identifier: GPL-2.0-only
// Fields of the kernel's structures.  One result for each question, which the test compares with
// what user space sees.
#include <rex/rex.hpp>

rex::RingBuf<4096> texts;
rex::Queue<rex::u64, 16> input;

static rex::i64 answer(rex::u64 value) { return static_cast<rex::i64>(value); }

static rex::i64 answer(rex::Expected<rex::u64> value) {
  return value ? static_cast<rex::i64>(*value) : -static_cast<rex::i64>(value.error());
}

rex::Result scalar(const rex::Once&) { return rex::Task::current().field<rex::i32, "tgid">(); }

rex::Result nested(const rex::Once&) {
  return answer(rex::Task::current().field<rex::u64, "se.sum_exec_runtime">());
}

rex::Result text(const rex::Once&) {
  texts.output(rex::Task::current().field<rex::Text<16>, "comm">());
  return rex::ok;
}

// The state's name changed in 5.14.
rex::Result renamed(const rex::Once&) {
  return rex::Task::current().field<rex::u32, "state_of_long_ago", "__state">();
}

rex::Result missing_optional(const rex::Once&) {
  return rex::Task::current().optional_field<rex::u32, "no_such_field">() ? 1 : 0;
}

// 6.12 has this one, 6.1 does not.
rex::Result newer_optional(const rex::Once&) {
  const auto slice = rex::Task::current().optional_field<rex::u64, "se.slice">();
  return slice ? answer(*slice) : -1;
}

rex::Result newer_tested(const rex::Once&) {
  return rex::kernel::has_field<"task_struct", "se.slice">() ? 1 : 0;
}

rex::Result bit_field(const rex::Once&) {
  return rex::Task::current().bits<rex::u32, "no_cgroup_migration">();
}

rex::Result reset_on_fork(const rex::Once&) {
  return rex::Task::current().bits<rex::u32, "sched_reset_on_fork">();
}

rex::Result bits_of_a_whole_field(const rex::Once&) {
  return rex::Task::current().bits<rex::i32, "tgid">();
}

rex::Result optional_bit(const rex::Once&) {
  return rex::Task::current().optional_bits<rex::u32, "no_such_bit">() ? 1 : 0;
}

// struct rlimit rlim[RLIM_NLIMITS]; RLIMIT_NOFILE is 7.
rex::Result array_in_structure(const rex::Once&) {
  const auto signal = rex::Task::current().pointer<"signal_struct", "signal">();
  return answer(signal.field<rex::u64, "rlim[7].rlim_cur">());
}

rex::Result array_element(const rex::Once&) {
  return rex::Task::current().element<rex::u8, "comm">(*input.pop());
}

rex::Result array_whole(const rex::Once&) {
  const auto name = rex::Task::current().field<rex::Array<rex::u8, 16>, "comm">();
  rex::i64 sum = 0;
  for (const auto character : name) sum += character;
  return sum;
}

rex::Result pointers(const rex::Once&) {
  const auto file = rex::Task::current().pointer<"mm_struct", "mm">().pointer<"file", "exe_file">();
  if (!file) return -static_cast<rex::i64>(file.error());
  const auto inode = file->pointer<"inode", "f_inode">();
  if (!inode) return -static_cast<rex::i64>(inode.error());
  return answer(inode->field<rex::u64, "i_ino">());
}

rex::Result file_name(const rex::Once&) {
  const auto file = rex::Task::current().pointer<"mm_struct", "mm">().pointer<"file", "exe_file">();
  if (!file) return -1;
  const auto entry = file->member<"path", "f_path">().pointer<"dentry", "dentry">();
  if (!entry) return -2;
  const auto name = entry->member<"qstr", "d_name">().field<rex::u64, "name">();
  if (!name) return -3;
  const auto text = rex::memory::read_kernel_text<32>(*name);
  if (!text) return -4;
  texts.output(*text);
  return rex::ok;
}

// A tracepoint's argument as a pointer to a structure.
rex::Atomic<rex::u64> switched_to{0};

rex::Result on_switch(
    const rex::RawTracepoint<"sched_switch", bool, rex::kernel::Pointer<"task_struct">,
                             rex::kernel::Pointer<"task_struct">>& event) {
  const auto tgid = event.argument<2>().field<rex::i32, "tgid">();
  if (tgid) switched_to.store(static_cast<rex::u64>(*tgid));
  return rex::ok;
}

// A thread of the kernel has no memory of its own.
rex::Result null_pointer(const rex::Once&) {
  const auto kthreadd = rex::Task::from_pid(2);
  const auto memory = kthreadd->pointer<"mm_struct", "mm">();
  if (memory) return 1;
  return answer(memory.field<rex::u64, "start_code">());
}

rex::Result wild_pointer(const rex::Once&) {
  return answer(rex::kernel::Pointer<"mm_struct">{*input.pop()}.field<rex::u64, "start_code">());
}

rex::Result start_code(const rex::Once&) {
  return answer(rex::Task::current().pointer<"mm_struct", "mm">().field<rex::u64, "start_code">());
}

rex::Result missing_behind_pointer(const rex::Once&) {
  const auto value =
      rex::Task::current().pointer<"mm_struct", "mm">().optional_field<rex::u64, "nothing">();
  return -static_cast<rex::i64>(value.error());
}

rex::Result exists(const rex::Once&) {
  rex::i64 bits = 0;
  if (rex::kernel::has_field<"task_struct", "prio">()) bits += 1;
  if (rex::kernel::has_struct<"task_struct">()) bits += 2;
  if (rex::kernel::has_function<"vfs_read">()) bits += 4;
  if (rex::kernel::has_tracepoint<"sched_switch">()) bits += 8;
  if (rex::kernel::has_enumerator<"bpf_map_type", "BPF_MAP_TYPE_HASH">()) bits += 16;
  if (rex::kernel::has_field<"task_struct", "no_such_field">()) bits += 32;
  if (rex::kernel::has_struct<"no_such_struct">()) bits += 64;
  if (rex::kernel::has_function<"no_such_function">()) bits += 128;
  if (rex::kernel::has_tracepoint<"no_such_tracepoint">()) bits += 256;
  if (rex::kernel::has_enumerator<"bpf_map_type", "NO_SUCH_NAME">()) bits += 512;
  if (rex::kernel::has_field<"no_such_struct", "prio">()) bits += 1024;
  return bits;
}

// A kfunc that 6.12 has and 6.1 has not.
rex::Result newer_function(const rex::Once&) {
  return rex::kernel::has_function<"bpf_task_from_pid">() ? 1 : 0;
}

rex::Result enumerator(const rex::Once&) {
  return rex::kernel::enumerator<"bpf_map_type", "BPF_MAP_TYPE_RINGBUF">();
}

rex::Result size(const rex::Once&) { return answer(rex::kernel::size_of<"list_head">()); }
