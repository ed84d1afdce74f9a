// SPDX-License-Identifier: GPL-2.0-only
#pragma once
// A template that several files make use of.
template <class T, rex::usize N>
class Table {
 public:
  constexpr void put(rex::usize index, T value) { cells_[index % N] = value; }
  constexpr T sum() const {
    T total{};
    for (T cell : cells_) total += cell;
    return total;
  }

 private:
  rex::Array<T, N> cells_{};
};

template <class T>
T square(T value) {
  return value * value;
}

using Numbers = Table<rex::u32, 8>;

void fill_even(Numbers& numbers);
void fill_odd(Numbers& numbers);
rex::Option<Numbers> make(bool filled);
