// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

class A : rex::Result {};  // expect: inherit-sdk

rex::Result program(const rex::Once&) { return 0; }
