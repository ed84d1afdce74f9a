// SPDX-License-Identifier: GPL-2.0-only
// A temporary larger than any variable may be.  object-size looks at variables, whose place it can
// name; the bound on the stack of all calls is the instrumentation's.
#include <rex/rex.hpp>

static rex::u8 first(const rex::Array<rex::u8, 8192>& bytes) { return bytes[0]; }

rex::Result program(const rex::Once&) { return first({}); }
