// SPDX-License-Identifier: GPL-2.0-only
#include "checks.hpp"

static constexpr rex::u16 kBlocked = 23;

Verdict check_ports(const Header& header) {
  return header.destination.value() == kBlocked ? Verdict::drop : Verdict::pass;
}
