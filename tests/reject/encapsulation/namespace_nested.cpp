// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

namespace a {
namespace rex {}  // expect: sdk-namespace
}

rex::Result program(const rex::Once&) { return 0; }
