// SPDX-License-Identifier: GPL-2.0-only
// How measurements are shown.
#pragma once

#include "measure.hpp"

namespace rex::bench {

void print_heading();
/// One line of the table.
void print_line(const Row& row, const Measured& measured);
/// One JSON object a line: kernel, group, name, unit, rex, rex_spread, ebpf, ebpf_spread, ratio,
/// failure.  A figure that is missing is null.
void print_json(const Row& row, const Measured& measured);

}  // namespace rex::bench
