// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

using V [[clang::ext_vector_type(4)]] = int;  // expect: attribute

rex::Result program(const rex::Once&) { return 0; }
