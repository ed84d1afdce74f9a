// SPDX-License-Identifier: GPL-2.0-only
// Functions with buffers of 200 bytes, each calling the next.
// As in https://github.com/eunomia-bpf/ActPlane/issues/20
#include <rex/rex.hpp>

rex::ArrayMap<rex::u64, 25> values;

using Buffer = rex::Array<rex::u64, 25>;

template <rex::u32 Level>
static rex::u64 fold(const Buffer& above) {
  if constexpr (Level == 0) {
    return rex::sum(above, rex::u64{0});
  } else {
    Buffer mine{};
    for (rex::u32 i = 0; i < mine.size(); ++i) mine[i] = above[mine.size() - 1 - i] + i * Level;
    return fold<Level - 1>(mine) + mine[0];
  }
}

rex::Result combined_stack(const rex::Once&) {
  Buffer first{};
  for (rex::u32 i = 0; i < first.size(); ++i) first[i] = *values.get(i);
  return static_cast<rex::i64>(fold<4>(first));
}
