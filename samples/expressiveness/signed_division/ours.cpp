// SPDX-License-Identifier: GPL-2.0-only
// Signed division.
#include <rex/rex.hpp>

rex::ArrayMap<rex::i64, 2> numbers;

rex::Result signed_division(const rex::Once&) { return *numbers.get(0) / *numbers.get(1); }
