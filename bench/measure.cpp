// SPDX-License-Identifier: GPL-2.0-only
#include "measure.hpp"

#include <algorithm>
#include <vector>

#include "failed.hpp"

namespace rex::bench {

namespace {

/// The least of several short measurements: what an interrupt disturbed is not among them.
double least_time(Event event, const Probe& probe, std::uint32_t events) {
  constexpr unsigned kParts = 8;
  settle();
  double least = time_of(event, probe, events / kParts);
  for (unsigned part = 1; part < kParts; ++part)
    least = std::min(least, time_of(event, probe, events / kParts));
  return least;
}

double base_time(Side& side, const Row& row, std::uint32_t events) {
  if (!row.base.empty()) return least_time(row.event, side.attach(row, row.base), events);
  if (!happens_alone(row.event)) return 0;
  return least_time(row.event, {}, events);
}

std::optional<Cost> cost_of(const std::vector<double>& costs) {
  if (costs.empty()) return std::nullopt;
  const auto [least, most] = std::ranges::minmax(costs);
  return Cost{.least = least, .spread = most - least};
}

/// One side of one round.  Base and program are neighbours in time.
void add_round(Side& side, const Row& row, const Settings& settings, std::vector<double>& costs) {
  const double base = base_time(side, row, settings.events);
  const double time = least_time(row.event, side.attach(row, row.program), settings.events);
  costs.push_back((time - base) / row.operations);
}

}  // namespace

Measured measure(const Row& row, const Settings& settings) {
  struct {
    std::unique_ptr<Side> (*open)(std::string_view);
    Version since;
    std::unique_ptr<Side> side;
    std::vector<double> costs;
  } sides[] = {{rex_side, row.rex_since, {}, {}}, {ebpf_side, row.ebpf_since, {}, {}}};
  const Version kernel = running_kernel();
  Measured measured;
  for (unsigned round = 0; round < settings.rounds; ++round)
    for (auto& [open, since, side, costs] : sides) {
      if (kernel < since || costs.size() != round) continue;  // it has none, or failed before
      try {
        if (!side) side = open(row.object);
        add_round(*side, row, settings, costs);
      } catch (const Failed& failure) {
        measured.failure = failure.what();
      }
    }
  measured.rex = cost_of(sides[0].costs);
  measured.ebpf = cost_of(sides[1].costs);
  return measured;
}

}  // namespace rex::bench
