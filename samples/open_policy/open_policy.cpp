// SPDX-License-Identifier: GPL-2.0-only
// Nobody opens certain files, root neither; loader.cpp is the other half.
#include <rex/rex.hpp>

rex::HashMap<rex::u64, rex::u64, 1024> denied;  // by inode; how often

rex::LsmAction open_policy(const rex::Lsm<"file_open", rex::kernel::Pointer<"file">>& event) {
  const auto inode = event.argument<0>().pointer<"inode", "f_inode">();
  const auto number = inode ? inode->field<rex::u64, "i_ino">() : inode.error();
  if (!number) return rex::LsmAction::access_denied;  // what is not known is not allowed
  const auto count = denied.cell(*number);
  if (!count) return rex::LsmAction::allow;
  count->add(1);
  rex::log::warn("{} (pid {}) tried to open a file", rex::Task::current().comm(),
                 rex::Task::current().pid());
  return rex::LsmAction::access_denied;
}
