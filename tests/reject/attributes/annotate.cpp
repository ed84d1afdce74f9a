// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

class [[clang::annotate("rex::map", "queue")]] A {};  // expect: attribute

rex::Result program(const rex::Once&) { return 0; }
