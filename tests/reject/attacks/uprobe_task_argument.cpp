// SPDX-License-Identifier: GPL-2.0-only
// What a process passes is no task of the kernel, whatever it says.
#include <rex/rex.hpp>

rex::Result other(const rex::Uprobe<"/bin/true:main", rex::Task>& call) {  // expect: compiler
  return 0;
}

rex::Result program(const rex::Once&) { return 0; }
