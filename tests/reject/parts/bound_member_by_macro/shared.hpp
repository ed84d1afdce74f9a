// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#include <rex/rex.hpp>

#ifdef FIRST
#define BOUND
#else
#define BOUND [[clang::lifetimebound]]
#endif
struct S {
  int x = 1;
  const int& pick(const int& a BOUND) const;
};
