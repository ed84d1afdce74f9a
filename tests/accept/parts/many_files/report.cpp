// SPDX-License-Identifier: GPL-2.0-only
#include "report.hpp"

void note(Report& report, Verdict verdict) {
  if (verdict == Verdict::drop)
    ++report.dropped;
  else
    ++report.passed;
}
