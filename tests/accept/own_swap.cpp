// SPDX-License-Identifier: GPL-2.0-only
// expect: value 321
// A swap of the extension's own has no say in the SDK's algorithms.
#include <rex/rex.hpp>

namespace own {

struct Item {
  int value = 0;
};

template <class T>
static void swap(T& a, T&) {
  a = T{};
}

template <class T>
static T move(T&) {
  return T{};
}

}  // namespace own

rex::Result program(const rex::Once&) {
  rex::Array<own::Item, 3> items{own::Item{3}, own::Item{1}, own::Item{2}};
  rex::sort(items, [](const auto& a, const auto& b) { return a.value < b.value; });
  rex::reverse(items);
  return rex::fold(items, 0, [](int sum, const auto& item) { return 10 * sum + item.value; });
}
