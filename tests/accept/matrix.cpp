// SPDX-License-Identifier: GPL-2.0-only
// An integer matrix product: trace of the square of the 8x8 matrix of i*j.
// expect: value 19600
#include <rex/rex.hpp>

template <rex::usize N>
class Matrix {
 public:
  rex::i32& at(rex::usize row, rex::usize column) { return rows_[row][column]; }
  rex::i32 at(rex::usize row, rex::usize column) const { return rows_[row][column]; }

 private:
  rex::Array<rex::Array<rex::i32, N>, N> rows_{};
};

template <rex::usize N>
static Matrix<N> operator*(const Matrix<N>& a, const Matrix<N>& b) {
  Matrix<N> result{};
  for (rex::usize i = 0; i < N; ++i)
    for (rex::usize j = 0; j < N; ++j)
      for (rex::usize k = 0; k < N; ++k) result.at(i, j) += a.at(i, k) * b.at(k, j);
  return result;
}

rex::Result matrix(const rex::Once&) {
  Matrix<8> m{};
  for (rex::usize i = 0; i < 8; ++i)
    for (rex::usize j = 0; j < 8; ++j) m.at(i, j) = rex::narrow<rex::i32>(i * j);
  const Matrix<8> square = m * m;
  rex::i64 trace = 0;
  for (rex::usize i = 0; i < 8; ++i) trace += square.at(i, i);
  return trace;
}
