// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#include "checks.hpp"
struct Report {
  rex::u32 passed = 0;
  rex::u32 dropped = 0;
};
