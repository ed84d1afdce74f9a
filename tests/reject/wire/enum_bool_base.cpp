// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

enum class E : bool { no, yes };
rex::Queue<E, 4> q;  // expect: wire

rex::Result program(const rex::Once&) { return 0; }
