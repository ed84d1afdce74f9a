// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

constexpr int primes[]{2, 3, 5};  // expect: c-array

rex::Result program(const rex::Once&) { return 0; }
