// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace rex {  // expect: sdk-namespace
inline int helper() { return 1; }
}

rex::Result program(const rex::Once&) { return rex::helper(); }
