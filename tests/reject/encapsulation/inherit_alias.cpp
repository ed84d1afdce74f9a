// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using Base = rex::Text<8>;
struct A : Base {};  // expect: inherit-sdk

rex::Result program(const rex::Once&) { return 0; }
