// SPDX-License-Identifier: GPL-2.0-only
/*
 * Links: a program attached to a hook, as a file descriptor.
 */
#include <linux/anon_inodes.h>
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/rcupdate.h>
#include <linux/version.h>

#include "rex.h"

/* A hook without a type is run on request only. */
static const struct rex_hook_type *const rex_hook_types[REX_HOOKS] = {
	[REX_HOOK_KPROBE] = &rex_kprobe_hook,
	[REX_HOOK_KRETPROBE] = &rex_kretprobe_hook,
	[REX_HOOK_RAW_TRACEPOINT] = &rex_raw_tracepoint_hook,
	[REX_HOOK_PERF_EVENT] = &rex_perf_event_hook,
	[REX_HOOK_FENTRY] = &rex_fentry_hook,
	[REX_HOOK_NETFILTER] = &rex_netfilter_hook,
	[REX_HOOK_UPROBE] = &rex_uprobe_hook,
	[REX_HOOK_URETPROBE] = &rex_uretprobe_hook,
	[REX_HOOK_TIMER] = &rex_timer_hook,
	[REX_HOOK_KPROBE_OVERRIDE] = &rex_kprobe_override_hook,
	[REX_HOOK_TRACEPOINT] = &rex_tracepoint_hook,
};

const char *rex_hook_name(enum rex_hook hook)
{
	if (rex_hook_types[hook])
		return rex_hook_types[hook]->name;
	return rex_stub_hook_name(hook) ?: "once";
}

void rex_link_detach(struct rex_link *link)
{
	struct module *module;

	lockdep_assert_held(&rex_mutex);
	if (!link->program)
		return;
	module = link->program->extension->module;
	link->type->detach(link);
	list_del(&link->node);
	link->program = NULL;
	module_put(module);
}

void rex_link_disown(struct rex_link *link)
{
	if (link->type->disown)
		link->type->disown(link);
	else
		rex_link_detach(link);
}

void rex_program_detach(struct rex_program *program)
{
	struct rex_link *link, *next;

	list_for_each_entry_safe (link, next, &program->extension->links, node)
		if (link->program == program)
			rex_link_detach(link);
}

static int rex_link_release(struct inode *inode, struct file *file)
{
	struct rex_link *link = file->private_data;

	mutex_lock(&rex_mutex);
	if (link->type->close)
		link->type->close(link);
	else
		rex_link_detach(link);
	mutex_unlock(&rex_mutex);
	link->type->free(link);
	return 0;
}

static long rex_link_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct rex_link *link = file->private_data;
	int result;

	if (!link->type->control)
		return -ENOTTY;
	mutex_lock(&rex_mutex);
	result = link->type->control(link, command, argument);
	mutex_unlock(&rex_mutex);
	return result;
}

static const struct file_operations rex_link_operations = {
	.owner = THIS_MODULE,
	.release = rex_link_release,
	.unlocked_ioctl = rex_link_ioctl,
};

/* Until nobody runs what a link had before. */
static void rex_link_wait(void)
{
	/* Programs run with preemption off. */
	synchronize_rcu();
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 3, 0)
	/* Hooks on functions are called in the idle loop too, where RCU does not see them. */
	synchronize_rcu_tasks_rude();
#endif
}

static int rex_link_exchange(struct rex_link *link, struct rex_program *program,
			     const struct rex_attach *how)
{
	struct module *module;
	int error;

	if (!link->program)
		return -ENOENT;
	if (READ_ONCE(program->disabled))
		return -EPERM;
	if (link->program->hook != program->hook)
		return -EINVAL;
	error = link->type->may_replace ? link->type->may_replace(link, how) : 0;
	if (error)
		return error;
	module = link->program->extension->module;
	/* Cannot fail: the owner, in whose call this is, holds a reference. */
	__module_get(program->extension->module);
	WRITE_ONCE(link->running, program);
	link->program = program;
	list_move_tail(&link->node, &program->extension->links);
	rex_link_wait();
	module_put(module);
	return 0;
}

int rex_link_replace(int link_fd, struct rex_program *program, const struct rex_attach *how)
{
	struct file *file = fget(link_fd);
	int error = -EBADF;

	lockdep_assert_held(&rex_mutex);
	if (!file)
		return -EBADF;
	if (file->f_op == &rex_link_operations)
		error = rex_link_exchange(file->private_data, program, how);
	fput(file);
	return error;
}

int rex_link_create(struct rex_program *program, const struct rex_attach *how)
{
	const struct rex_hook_type *type = rex_hook_types[program->hook];
	struct rex_link *link;

	lockdep_assert_held(&rex_mutex);
	if (!type)
		return -EOPNOTSUPP;
	if (READ_ONCE(program->disabled))
		return -EPERM;
	link = type->attach(program, how);
	if (IS_ERR(link))
		return PTR_ERR(link);
	return rex_link_install(link, program, type);
}

int rex_link_install(struct rex_link *link, struct rex_program *program,
		     const struct rex_hook_type *type)
{
	int fd;

	lockdep_assert_held(&rex_mutex);
	link->type = type;
	link->program = program;
	/* Cannot fail: the owner, in whose call this is, holds a reference. */
	__module_get(program->extension->module);
	list_add_tail(&link->node, &program->extension->links);

	fd = anon_inode_getfd("[rex-link]", &rex_link_operations, link, O_CLOEXEC);
	if (fd < 0) {
		rex_link_detach(link);
		type->free(link);
	}
	return fd;
}
