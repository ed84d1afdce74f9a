// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace rex {  // expect: sdk-namespace
using Number = int;
}

rex::Result program(const rex::Once&) { return 0; }
