// SPDX-License-Identifier: GPL-2.0-only
#include "checks.hpp"

static constexpr rex::u16 kShortest = 8;

Verdict check_length(const Header& header) {
  return header.length.value() < kShortest ? Verdict::drop : Verdict::pass;
}
