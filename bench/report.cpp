// SPDX-License-Identifier: GPL-2.0-only
#include "report.hpp"

#include <fmt/core.h>
#include <sys/utsname.h>

#include <cstdio>
#include <nlohmann/json.hpp>

namespace rex::bench {

namespace {

std::string kernel_release() {
  utsname names{};
  uname(&names);
  return names.release;
}

std::string text_of(const std::optional<Cost>& cost) {
  if (!cost) return fmt::format("{:>8}  {:>6}", "-", "");
  return fmt::format("{:>8.1f}  {:>6.1f}", cost->least, cost->spread);
}

std::optional<double> ratio_of(const Measured& measured) {
  if (!measured.rex || !measured.ebpf || measured.ebpf->least <= 0) return std::nullopt;
  return measured.rex->least / measured.ebpf->least;
}

nlohmann::json json_of(const std::optional<double>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json();
}

}  // namespace

void print_heading() {
  fmt::print("Linux {}, guest instructions for one event or operation\n\n", kernel_release());
  fmt::print("{:<8}{:<20}{:>8}  {:>6}  {:>8}  {:>6}  {:>5}\n", "", "", "rex", "spread", "eBPF",
             "spread", "ratio");
}

void print_line(const Row& row, const Measured& measured) {
  const auto ratio = ratio_of(measured);
  fmt::print("{:<8}{:<20}{}  {}  {:>5}\n", row.group, row.name, text_of(measured.rex),
             text_of(measured.ebpf), ratio ? fmt::format("{:.2f}", *ratio) : "-");
  if (!measured.failure.empty()) fmt::print("        {}\n", measured.failure);
  std::fflush(stdout);
}

void print_json(const Row& row, const Measured& measured) {
  const auto least = [](const Cost& cost) { return cost.least; };
  const auto spread = [](const Cost& cost) { return cost.spread; };
  const nlohmann::ordered_json line = {
      {"kernel", kernel_release()},
      {"group", row.group},
      {"name", row.name},
      {"unit", "guest instructions"},
      {"rex", json_of(measured.rex.transform(least))},
      {"rex_spread", json_of(measured.rex.transform(spread))},
      {"ebpf", json_of(measured.ebpf.transform(least))},
      {"ebpf_spread", json_of(measured.ebpf.transform(spread))},
      {"ratio", json_of(ratio_of(measured))},
      {"failure", measured.failure.empty() ? nlohmann::json() : nlohmann::json(measured.failure)}};
  fmt::print("{}\n", line.dump());
  std::fflush(stdout);
}

}  // namespace rex::bench
