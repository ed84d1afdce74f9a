// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::RingBuf<4096> memcpy;  // expect: program-name

rex::Result program(const rex::Once&) { return 0; }
