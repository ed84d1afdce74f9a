// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tasks: by pid, the current one, all.
 *
 * Each is a borrow, without a reference: a task's memory goes after an RCU grace period, and an
 * invocation, with preemption off, holds that off as a read-side section does.
 */
#include <linux/cgroup.h>
#include <linux/pid.h>
#include <linux/pid_namespace.h>
#include <linux/sched/signal.h>
#include <linux/sched/task.h>
#include <linux/sched/task_stack.h>
#include <linux/uaccess.h>

#include "rex.h"

struct rex_task *rex_task_from_pid(__s32 pid)
{
	struct task_struct *task;

	rcu_read_lock();
	task = pid_task(find_pid_ns(pid, &init_pid_ns), PIDTYPE_PID);
	rcu_read_unlock();
	return (struct rex_task *)task;
}

struct rex_task *rex_task_current(void)
{
	return (struct rex_task *)current;
}

/* The list begins with the idle task of the first CPU, which is no process. */
struct rex_task *rex_task_next(struct rex_task *task)
{
	struct task_struct *next = task ? (struct task_struct *)task : &init_task;

	rcu_read_lock();
	next = next_task(next);
	rcu_read_unlock();
	return next == &init_task ? NULL : (struct rex_task *)next;
}

/*
 * SAFETY: the stack of a task that has ended may be gone, or another task's: hence a read that
 * may fault, of which the caller makes nothing but data.
 */
int rex_task_registers(struct rex_task *task, void *to)
{
	struct task_struct *owner = (struct task_struct *)task;

	if ((owner->flags & PF_KTHREAD) || !READ_ONCE(owner->stack))
		return -ENOENT;
	return copy_from_kernel_nofault(to, task_pt_regs(owner), sizeof(struct pt_regs)) ? -EFAULT
											 : 0;
}

__u64 rex_task_cgroup_id(struct rex_task *task)
{
	u64 id;

	rcu_read_lock();
	id = cgroup_id(task_dfl_cgroup((struct task_struct *)task));
	rcu_read_unlock();
	return id;
}
