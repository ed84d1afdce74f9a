// SPDX-License-Identifier: GPL-2.0-only
// A token bucket.
// expect: value 12
#include <rex/rex.hpp>

class Bucket {
 public:
  Bucket(rex::u64 rate, rex::u64 burst) : rate_{rate}, burst_{burst}, tokens_{burst} {}

  bool take(rex::u64 now) {
    tokens_ = rex::min(burst_, tokens_ + (now - last_) * rate_);
    last_ = now;
    if (tokens_ == 0) return false;
    --tokens_;
    return true;
  }

 private:
  rex::u64 rate_;
  rex::u64 burst_;
  rex::u64 tokens_;
  rex::u64 last_ = 0;
};

rex::Result rate_limit(const rex::Once&) {
  Bucket bucket{1, 3};
  rex::u32 taken = 0;
  for (rex::u64 event = 0; event < 30; ++event)
    if (bucket.take(event / 3)) ++taken;
  return taken;
}
