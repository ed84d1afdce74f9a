// SPDX-License-Identifier: GPL-2.0-only
// Nobody opens certain files, root neither; loader.cpp is the other half.
#include <rex/rex.hpp>

struct File {
  rex::u64 inode;
  rex::u32 device;  // of the file system: major << 20 | minor
  rex::u32 reserved;
};

rex::HashMap<File, rex::u64, 1024> denied;  // how often

namespace {

rex::Expected<File> identify(rex::kernel::Pointer<"file"> file) {
  const auto inode = file.pointer<"inode", "f_inode">();
  if (!inode) return inode.error();
  const auto number = inode->field<rex::u64, "i_ino">();
  const auto system = inode->pointer<"super_block", "i_sb">();
  if (!number || !system) return rex::Error::fault;
  const auto device = system->field<rex::u32, "s_dev">();
  if (!device) return device.error();
  return File{*number, *device, 0};
}

}  // namespace

rex::LsmAction open_policy(const rex::Lsm<"file_open", rex::kernel::Pointer<"file">>& event) {
  const auto file = identify(event.argument<0>());
  if (!file) return rex::LsmAction::access_denied;  // what is not known is not allowed
  const auto count = denied.cell(*file);
  if (!count) return rex::LsmAction::allow;
  count->add(1);
  rex::log::warn("{} (pid {}) tried to open a file", rex::Task::current().comm(),
                 rex::Task::current().pid());
  return rex::LsmAction::access_denied;
}
