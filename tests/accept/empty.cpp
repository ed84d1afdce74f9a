// SPDX-License-Identifier: GPL-2.0-only
// The shortest program.
// expect: value 0
#include <rex/rex.hpp>

rex::Result empty(const rex::Once&) { return rex::ok; }
