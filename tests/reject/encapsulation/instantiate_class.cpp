// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

template class rex::Option<int>;  // expect: specialisation

rex::Result program(const rex::Once&) { return 0; }
