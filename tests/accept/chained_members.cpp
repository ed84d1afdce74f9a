// SPDX-License-Identifier: GPL-2.0-only
// Members that return the object.
// expect: value 6
#include <rex/rex.hpp>

class Builder {
 public:
  Builder& add(rex::u32 more) {
    sum_ += more;
    return *this;
  }
  rex::u32 sum() const { return sum_; }

 private:
  rex::u32 sum_ = 0;
};

rex::Result chained_members(const rex::Once&) {
  Builder builder{};
  Builder& same = builder.add(1).add(2);
  same.add(3);
  return builder.sum();
}
