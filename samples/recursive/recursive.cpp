// SPDX-License-Identifier: GPL-2.0-only
// Calls itself; loader.cpp is the other half.
#include <rex/rex.hpp>

rex::Param<rex::u32> depth{10};

namespace {

rex::i64 sum_to(rex::u32 number) { return number == 0 ? 0 : number + sum_to(number - 1); }

}  // namespace

rex::Result recursive(const rex::Once&) { return sum_to(depth); }
