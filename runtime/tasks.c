// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tasks by pid.
 */
#include <linux/pid.h>
#include <linux/pid_namespace.h>

#include "rex.h"

struct rex_task *rex_task_from_pid(__s32 pid)
{
	struct task_struct *task;

	/*
	 * A borrow, without a reference: the task's memory goes after an RCU grace period,
	 * and an invocation, with preemption off, holds that off as this section does.
	 */
	rcu_read_lock();
	task = pid_task(find_pid_ns(pid, &init_pid_ns), PIDTYPE_PID);
	rcu_read_unlock();
	return (struct rex_task *)task;
}
