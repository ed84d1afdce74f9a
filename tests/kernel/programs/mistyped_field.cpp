// SPDX-License-Identifier: GPL-2.0-only
// Reads a field as another type than the kernel has.
#include <rex/rex.hpp>

rex::Result read(const rex::Once&) { return rex::Task::current().field<rex::i32, "utime">(); }
