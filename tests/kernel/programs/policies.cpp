// SPDX-License-Identifier: GPL-2.0-only
// LSM and fexit programs.
#include <rex/rex.hpp>

rex::Queue<rex::i32, 1024> seen;
rex::Queue<rex::i32, 1> culprit;  // the process that is denied

static bool is_culprit() {
  const auto pid = culprit.peek();
  return pid && *pid == 1;
}

// Denies while the test asks for it.
rex::LsmAction deny_rename(const rex::Lsm<"path_rename">&) {
  seen.push(1);
  return is_culprit() ? rex::LsmAction::access_denied : rex::LsmAction::allow;
}

rex::LsmAction typed(const rex::Lsm<"task_setnice", rex::Task, rex::i32>& call) {
  seen.push(call.argument<1>());
  if (const auto task = call.argument<0>()) seen.push(0);
  return rex::LsmAction::allow;
}

rex::LsmAction wrongly_typed(const rex::Lsm<"task_setnice", rex::Task, rex::u64>& call) {
  seen.push(static_cast<rex::i32>(call.argument<1>()));
  return rex::LsmAction::allow;
}

rex::LsmAction panics(const rex::Lsm<"path_rename">&) { rex::panic("in a policy"); }

rex::LsmAction panics_closed(
    const rex::OnPanic<rex::Lsm<"path_rename">, rex::LsmAction::read_only_system>&) {
  rex::panic("in a policy");
}

rex::Result on_allocated(
    const rex::Fexit<"vfs_fallocate", rex::u64, rex::i32, rex::i64, rex::i64>& call) {
  if (call.argument<0>() != 0) seen.push(call.argument<1>());
  seen.push(static_cast<rex::i32>(call.argument<3>()));
  seen.push(call.result<rex::i32>());
  return rex::ok;
}

rex::Result on_return(const rex::Fexit<>& call) {
  seen.push(call.result<rex::i32>());
  return rex::ok;
}

rex::Result panics_on_return(const rex::Fexit<>&) { rex::panic("on the way out"); }
