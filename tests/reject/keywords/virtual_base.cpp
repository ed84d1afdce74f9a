// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

struct A {};
struct B : virtual A {};  // expect: virtual

rex::Result program(const rex::Once&) { return 0; }
