// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#include <rex/rex.hpp>

#ifdef FIRST
const int& pick(const int& a [[clang::lifetimebound]], const int& b);
#else
const int& pick(const int& a, const int& b [[clang::lifetimebound]]);
#endif
