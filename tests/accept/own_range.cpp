// SPDX-License-Identifier: GPL-2.0-only
// A range of its own, by value.
// expect: value 45
#include <rex/rex.hpp>

class Count {
 public:
  class Place {
   public:
    explicit Place(rex::u32 number) : number_{number} {}
    rex::u32 operator*() const { return number_; }
    Place& operator++() {
      ++number_;
      return *this;
    }
    bool operator!=(const Place& other) const { return number_ != other.number_; }

   private:
    rex::u32 number_;
  };

  explicit Count(rex::u32 end) : end_{end} {}
  Place begin() const { return Place{0}; }
  Place end() const { return Place{end_}; }

 private:
  rex::u32 end_;
};

rex::Result own_range(const rex::Once&) {
  rex::u32 sum = 0;
  for (rex::u32 number : Count{10}) sum += number;
  return sum;
}
