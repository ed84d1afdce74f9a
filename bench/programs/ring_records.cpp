// SPDX-License-Identifier: GPL-2.0-only
// Four records to a ring buffer that nobody reads, and that is large enough for all of them.
#include <rex/rex.hpp>

using Probe = rex::Fentry<"write_null">;

rex::RingBuf<64 * 1024 * 1024> ring;

/// What came of it has a use.
rex::Atomic<rex::u64> total;

rex::Result records_base(const Probe&) {
  total.add(1);
  return rex::ok;
}
rex::Result ring_output(const Probe&) {
  rex::u64 written = 0;
  for (rex::u64 i = 0; i < 4; ++i)
    if (ring.output(i)) ++written;
  total.add(written);
  return rex::ok;
}
rex::Result ring_reserve(const Probe&) {
  rex::u64 written = 0;
  for (rex::u64 i = 0; i < 4; ++i)
    if (auto record = ring.reserve<rex::u64>()) {
      record->submit(i);
      ++written;
    }
  total.add(written);
  return rex::ok;
}
