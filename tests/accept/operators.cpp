// SPDX-License-Identifier: GPL-2.0-only
// Operators of a type of its own.
// expect: value 25
#include <rex/rex.hpp>

struct Vector {
  rex::i32 x = 0;
  rex::i32 y = 0;

  Vector& operator+=(const Vector& other) {
    x += other.x;
    y += other.y;
    return *this;
  }
  bool operator==(const Vector&) const = default;
  rex::i32 operator[](rex::usize index) const { return index == 0 ? x : y; }
  explicit operator bool() const { return x != 0 || y != 0; }
};

static Vector operator+(Vector a, const Vector& b) { return a += b; }
static rex::i32 operator*(const Vector& a, const Vector& b) { return a.x * b.x + a.y * b.y; }

rex::Result operators(const rex::Once&) {
  const Vector v = Vector{1, 2} + Vector{2, 2};
  if (!v || v == Vector{} || v[0] != 3) return -1;
  return v * v;
}
