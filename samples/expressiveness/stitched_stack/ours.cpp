// SPDX-License-Identifier: GPL-2.0-only
// A loop between two depths that are read from memory each time.
// As in https://github.com/anakryiko/retsnoop/issues/79
#include <rex/rex.hpp>

rex::ArrayMap<rex::u32, 2> session;  // depth, deepest
rex::ArrayMap<rex::u32, 64> frames;

rex::Result stitched_stack(const rex::Once&) {
  rex::i64 stitched = 0;
  while (*session.get(0) + 1 <= *session.get(1)) {
    stitched += *frames.get(*session.get(0));
    session.set(0, *session.get(0) + 1);
  }
  return stitched;
}
