// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template <class T>
struct Reader {
  static auto read(rex::u64 a) { return rex::memory::read_kernel<T>(a); }  // expect: wire
};

rex::Result program(const rex::Once&) {
  return Reader<bool>::read(4096) ? 1 : 0;
}
