// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Atomic<rex::i64> rex_fuel;  // expect: program-name

rex::Result program(const rex::Once&) { return 0; }
