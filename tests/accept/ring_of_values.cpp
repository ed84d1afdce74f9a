// SPDX-License-Identifier: GPL-2.0-only
// A ring of its own, in place.
// expect: value 27
#include <rex/rex.hpp>

template <class T, rex::usize Capacity>
class Ring {
 public:
  bool push(const T& value) {
    if (count_ == Capacity) return false;
    values_[(start_ + count_++) % Capacity] = value;
    return true;
  }
  rex::Option<T> pop() {
    if (count_ == 0) return {};
    const T value = values_[start_];
    start_ = (start_ + 1) % Capacity;
    --count_;
    return value;
  }

 private:
  rex::Array<T, Capacity> values_{};
  rex::usize start_ = 0;
  rex::usize count_ = 0;
};

rex::Result ring_of_values(const rex::Once&) {
  Ring<rex::u32, 4> ring{};
  rex::u32 sum = 0;
  for (rex::u32 i = 0; i < 10; ++i) {
    if (!ring.push(i)) {
      sum += ring.pop().value_or(100);
      ring.push(i);
    }
  }
  while (auto value = ring.pop()) sum += *value == 9 ? 0 : *value;
  return sum - 9;
}
