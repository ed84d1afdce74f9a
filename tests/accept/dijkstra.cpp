// SPDX-License-Identifier: GPL-2.0-only
// Shortest paths in a small graph.
// expect: value 20
#include <rex/rex.hpp>

static constexpr rex::u32 none = 1000000;

rex::Result dijkstra(const rex::Once&) {
  rex::Array<rex::Array<rex::u32, 6>, 6> length{};
  for (auto& row : length) row.fill(none);
  const auto edge = [&](rex::usize a, rex::usize b, rex::u32 cost) {
    length[a][b] = cost;
    length[b][a] = cost;
  };
  edge(0, 1, 7);
  edge(0, 2, 9);
  edge(0, 5, 14);
  edge(1, 2, 10);
  edge(1, 3, 15);
  edge(2, 3, 11);
  edge(2, 5, 2);
  edge(3, 4, 6);
  edge(4, 5, 9);
  rex::Array<rex::u32, 6> distance{};
  distance.fill(none);
  distance[0] = 0;
  rex::Array<bool, 6> done{};
  for (rex::usize round = 0; round < 6; ++round) {
    rex::usize at = 6;
    for (rex::usize i = 0; i < 6; ++i)
      if (!done[i] && (at == 6 || distance[i] < distance[at])) at = i;
    done[at] = true;
    for (rex::usize i = 0; i < 6; ++i)
      distance[i] = rex::min(distance[i], distance[at] + length[at][i]);
  }
  return distance[4];
}
