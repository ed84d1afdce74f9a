// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct Tagged {
  rex::u8 tag = 0;
  T value{};
};
rex::Queue<Tagged<rex::u64>, 16> records;  // expect: wire

rex::Result program(const rex::Once&) {

  return 0;
}
