// SPDX-License-Identifier: GPL-2.0-only
// Integer product of 64 x 64 matrices; sum of its diagonal.
#include <rex/rex.hpp>

namespace {
constexpr rex::u32 size = 64;
}

rex::ArrayMap<rex::u32, size * size> a;
rex::ArrayMap<rex::u32, size * size> b;
rex::ArrayMap<rex::u32, size * size> product;

rex::Result matrix(const rex::Once&) {
  for (rex::u32 row = 0; row < size; ++row)
    for (rex::u32 column = 0; column < size; ++column) {
      rex::u32 sum = 0;
      for (rex::u32 k = 0; k < size; ++k) sum += *a.get(row * size + k) * *b.get(k * size + column);
      product.set(row * size + column, sum);
    }
  rex::u32 trace = 0;
  for (rex::u32 i = 0; i < size; ++i) trace += *product.get(i * size + i);
  return trace;
}
