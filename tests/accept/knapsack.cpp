// SPDX-License-Identifier: GPL-2.0-only
// Dynamic programming.
// expect: value 220
#include <rex/rex.hpp>

struct Item {
  rex::u32 weight;
  rex::u32 value;
};

rex::Result knapsack(const rex::Once&) {
  const rex::Array<Item, 3> items{Item{10, 60}, Item{20, 100}, Item{30, 120}};
  rex::Array<rex::u32, 51> best{};
  for (const Item& item : items)
    for (rex::usize room = best.size(); room-- > item.weight;)
      best[room] = rex::max(best[room], best[room - item.weight] + item.value);
  return best.back();
}
