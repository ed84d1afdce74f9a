// SPDX-License-Identifier: GPL-2.0-only
// SipHash-2-4 of the empty text under the reference key: 0x726fdb47dd0e0e31, low half.
// expect: value 3708685873
#include <rex/rex.hpp>

namespace {

struct State {
  rex::u64 v0 = 0x736f6d6570736575;
  rex::u64 v1 = 0x646f72616e646f6d;
  rex::u64 v2 = 0x6c7967656e657261;
  rex::u64 v3 = 0x7465646279746573;

  void round() {
    v0 += v1;
    v1 = rex::rotate_left(v1, 13) ^ v0;
    v0 = rex::rotate_left(v0, 32);
    v2 += v3;
    v3 = rex::rotate_left(v3, 16) ^ v2;
    v0 += v3;
    v3 = rex::rotate_left(v3, 21) ^ v0;
    v2 += v1;
    v1 = rex::rotate_left(v1, 17) ^ v2;
    v2 = rex::rotate_left(v2, 32);
  }
};

}  // namespace

rex::Result siphash(const rex::Once&) {
  State s{};
  const rex::u64 k0 = 0x0706050403020100;
  const rex::u64 k1 = 0x0f0e0d0c0b0a0908;
  s.v0 ^= k0;
  s.v1 ^= k1;
  s.v2 ^= k0;
  s.v3 ^= k1;
  s.round();
  s.round();
  s.v2 ^= 0xff;
  for (int i = 0; i < 4; ++i) s.round();
  return rex::truncate<rex::u32>(s.v0 ^ s.v1 ^ s.v2 ^ s.v3);
}
