// SPDX-License-Identifier: GPL-2.0-only
// Walk from a task to its oldest ancestor.
// As in https://github.com/iovisor/bcc/issues/3638
#include <rex/rex.hpp>

rex::Result task_parents(const rex::Once&) {
  rex::Task task = rex::Task::current();
  while (task.pid() > 1) task = task.parent();
  return task.pid();
}
