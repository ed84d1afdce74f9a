// SPDX-License-Identifier: GPL-2.0-only
// What is measured: one row for each comparison.
#pragma once

#include <compare>
#include <span>
#include <string_view>

#include "event.hpp"

namespace rex::bench {

struct Version {
  unsigned major, minor;
  auto operator<=>(const Version&) const = default;
};

Version running_kernel();

/// No kernel: there is no such program on one of the sides.
inline constexpr Version kNone{~0u, 0};

/// A program of ours beside an eBPF program of the same name.
struct Row {
  std::string_view name;         ///< stable: in the table, in the JSON, on the command line
  std::string_view group;        ///< "hook", "map", "helper", "lock"
  std::string_view object;       ///< programs/OBJECT.cpp and programs/OBJECT.bpf.c
  std::string_view program;      ///< of both
  std::string_view target = {};  ///< what ours is attached to; empty for the one its source names
  Event event;                   ///< what runs them
  /// The program, of both, whose cost is taken off; empty: the event without a program.
  std::string_view base = {};
  unsigned operations = 1;      ///< what one run of the program does so many times
  Version rex_since = {6, 1};   ///< the first kernel with such a hook for ours
  Version ebpf_since = {6, 1};  ///< and for eBPF
};

std::span<const Row> rows();

}  // namespace rex::bench
