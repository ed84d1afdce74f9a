// SPDX-License-Identifier: GPL-2.0-only
// A path of up to 4,096 characters, from its last component to its first.
// As in https://substack.bomfather.dev/p/making-pigs-fly-aka-getting-the-verifier
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 4> parents;  // of each directory entry; the root is its own
rex::ArrayMap<rex::u8, 256> names;   // 64 bytes each
rex::ArrayMap<rex::u8, 4096> path;   // filled from its end

rex::Result long_path(const rex::Once&) {
  rex::u32 at = path.capacity();
  for (rex::u32 entry = 0; *parents.get(entry) != entry; entry = *parents.get(entry)) {
    rex::u32 length = 0;
    while (length < 64 && *names.get(entry * 64 + length) != 0) ++length;
    while (length-- > 0) path.set(--at, *names.get(entry * 64 + length));
    path.set(--at, '/');
  }
  rex::i64 hash = 0;
  for (; at < path.capacity(); ++at) hash = (hash * 31 + *path.get(at)) % 1000003;
  return hash;
}
