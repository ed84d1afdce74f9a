// SPDX-License-Identifier: GPL-2.0-only
// The bytes of a record are no task.
#include <rex/rex.hpp>

using Pid = rex::TraceField<"prev_pid", rex::Task>;  // expect: compiler

rex::Result program(const rex::Once&) { return 0; }
