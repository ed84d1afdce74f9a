// SPDX-License-Identifier: GPL-2.0-only
// Directory entries up to the root of a mount, then the mounts, two loops in one another.
// As in https://github.com/cilium/tetragon/issues/164
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 6> parent;
rex::ArrayMap<rex::u32, 2> mount_root;
rex::ArrayMap<rex::u32, 2> mounted_at;  // 99: the root of all

rex::Result mount_walk(const rex::Once&) {
  rex::i64 sum = 0;
  rex::u32 entry = 0;
  for (rex::u32 mount = 0; entry != 99; ++mount) {
    for (; entry != *mount_root.get(mount); entry = *parent.get(entry)) sum += entry;
    sum += entry;
    entry = *mounted_at.get(mount);
  }
  return sum;
}
