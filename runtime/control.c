// SPDX-License-Identifier: GPL-2.0-only
/*
 * The control device, /dev/rex.  abi/rex/control.h describes the calls.
 */
#include <linux/capability.h>
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "rex.h"

static int rex_info(void __user *argument)
{
	struct rex_info info = {
		.abi_version = REX_ABI_VERSION,
		.ready = READ_ONCE(rex_kernel.ready),
		.release = REX_RELEASE,
	};

	return copy_to_user(argument, &info, sizeof(info)) ? -EFAULT : 0;
}

static int rex_setup(void __user *argument)
{
	struct rex_setup setup;
	int error;

	if (copy_from_user(&setup, argument, sizeof(setup)))
		return -EFAULT;
	mutex_lock(&rex_mutex);
	error = rex_kernel_setup(&setup);
	mutex_unlock(&rex_mutex);
	return error;
}

/* The owner keeps its extension, so the program stays for as long as the file does. */
static struct rex_program *rex_program_of(const struct rex_owner *owner, u32 index)
{
	struct rex_extension *extension = READ_ONCE(owner->extension);

	if (!extension)
		return ERR_PTR(-ENODEV);
	if (index >= extension->program_count)
		return ERR_PTR(-EINVAL);
	return &extension->programs[index];
}

static int rex_attach(const struct rex_owner *owner, void __user *argument)
{
	struct rex_program *program;
	struct rex_attach how;
	int result;

	if (copy_from_user(&how, argument, sizeof(how)))
		return -EFAULT;
	if (how.flags || strnlen(how.target, sizeof(how.target)) == sizeof(how.target))
		return -EINVAL;
	program = rex_program_of(owner, how.program);
	if (IS_ERR(program))
		return PTR_ERR(program);
	mutex_lock(&rex_mutex);
	result = rex_link_create(program, &how);
	mutex_unlock(&rex_mutex);
	return result;
}

static int rex_stub(const struct rex_owner *owner, void __user *argument)
{
	struct rex_stub_create how;
	struct rex_program *program;
	int fd;

	if (copy_from_user(&how, argument, sizeof(how)))
		return -EFAULT;
	if (how.flags)
		return -EINVAL;
	program = rex_program_of(owner, how.program);
	if (IS_ERR(program))
		return PTR_ERR(program);
	mutex_lock(&rex_mutex);
	fd = rex_stub_create(program, &how);
	mutex_unlock(&rex_mutex);
	/* The descriptor is installed: the caller closes it when it cannot read the number. */
	if (fd >= 0 && copy_to_user(argument, &how, sizeof(how)))
		return -EFAULT;
	return fd;
}

static int rex_replace(const struct rex_owner *owner, const void __user *argument)
{
	struct rex_program *program;
	struct rex_replace replace;
	int result;

	if (copy_from_user(&replace, argument, sizeof(replace)))
		return -EFAULT;
	if (replace.reserved)
		return -EINVAL;
	program = rex_program_of(owner, replace.how.program);
	if (IS_ERR(program))
		return PTR_ERR(program);
	mutex_lock(&rex_mutex);
	result = rex_link_replace(replace.link, program, &replace.how);
	mutex_unlock(&rex_mutex);
	return result;
}

static int rex_run_once(const struct rex_owner *owner, void __user *argument)
{
	struct rex_program *program;
	enum rex_outcome outcome;
	struct rex_run run;
	u64 context = 0; /* a program's parameter is a reference: it must refer to something */

	if (copy_from_user(&run, argument, sizeof(run)))
		return -EFAULT;
	program = rex_program_of(owner, run.program);
	if (IS_ERR(program))
		return PTR_ERR(program);
	if (run.flags || program->hook != REX_HOOK_ONCE)
		return -EINVAL;
	outcome = rex_run_outcome(program, &context, &run.value);
	if (copy_to_user(argument, &run, sizeof(run)))
		return -EFAULT;
	switch (outcome) {
	case REX_FINISHED:
		return 0;
	case REX_SKIPPED:
		return -EPERM;
	case REX_PANICKED:
		/* Who asked for the run finds the reason in the log. */
		rex_panic_record_flush(program);
		return -ECANCELED;
	}
	return -EINVAL;
}

/* Of one program, or of all. */
static u32 rex_link_count(const struct rex_extension *extension, const struct rex_program *program)
{
	const struct rex_link *link;
	u32 count = 0;

	list_for_each_entry (link, &extension->links, node)
		count += !program || link->program == program;
	return count;
}

static struct rex_extension *rex_extension_at(u32 position)
{
	struct rex_extension *extension;

	lockdep_assert_held(&rex_mutex);
	list_for_each_entry (extension, &rex_extensions, node)
		if (position-- == 0)
			return extension;
	return NULL;
}

static int rex_list(void __user *argument)
{
	struct rex_extension *extension;
	struct rex_list list;

	if (copy_from_user(&list, argument, sizeof(list)))
		return -EFAULT;
	mutex_lock(&rex_mutex);
	extension = rex_extension_at(list.position);
	if (extension) {
		list.links = rex_link_count(extension, NULL);
		list.owned = extension->owner != NULL;
		list.owner = extension->loader;
		strscpy_pad(list.name, extension->name, sizeof(list.name));
		strscpy_pad(list.module, extension->module->name, sizeof(list.module));
	}
	mutex_unlock(&rex_mutex);
	if (!extension)
		return -ENOENT;
	return copy_to_user(argument, &list, sizeof(list)) ? -EFAULT : 0;
}

static int rex_list_program(void __user *argument)
{
	const struct rex_program *program = NULL;
	struct rex_extension *extension;
	struct rex_list_program list;
	struct rex_stats stats;

	if (copy_from_user(&list, argument, sizeof(list)))
		return -EFAULT;
	mutex_lock(&rex_mutex);
	extension = rex_extension_at(list.position);
	if (extension && list.program < extension->program_count) {
		program = &extension->programs[list.program];
		rex_program_stats(program, &stats);
		list.hook = program->hook;
		list.links = rex_link_count(extension, program);
		list.disabled = stats.disabled;
		list.reserved = 0;
		list.runs = stats.runs;
		list.missed = stats.missed;
		list.panics = stats.panics;
		strscpy_pad(list.name, program->name, sizeof(list.name));
		strscpy_pad(list.module, extension->module->name, sizeof(list.module));
	}
	mutex_unlock(&rex_mutex);
	if (!program)
		return -ENOENT;
	return copy_to_user(argument, &list, sizeof(list)) ? -EFAULT : 0;
}

static int rex_stats(const struct rex_owner *owner, void __user *argument)
{
	struct rex_program *program;
	struct rex_stats stats;

	if (copy_from_user(&stats, argument, sizeof(stats)))
		return -EFAULT;
	program = rex_program_of(owner, stats.program);
	if (IS_ERR(program))
		return PTR_ERR(program);
	rex_program_stats(program, &stats);
	return copy_to_user(argument, &stats, sizeof(stats)) ? -EFAULT : 0;
}

/* The owner keeps its extension, and that its module, in which the number is. */
static int rex_global(const struct rex_owner *owner, void __user *argument)
{
	const struct rex_extension *extension = READ_ONCE(owner->extension);
	const struct rex_global_image *image;
	struct rex_global global;

	if (copy_from_user(&global, argument, sizeof(global)))
		return -EFAULT;
	if (!extension)
		return -ENODEV;
	if (global.global >= extension->global_count || global.write > 1)
		return -EINVAL;
	image = &extension->globals[global.global];
	if (image->size != sizeof(u32) && image->size != sizeof(u64))
		return -EINVAL;
	if (!global.write)
		global.value = image->size == sizeof(u32) ? READ_ONCE(*(u32 *)image->address)
							  : READ_ONCE(*(u64 *)image->address);
	else if (image->size == sizeof(u32))
		WRITE_ONCE(*(u32 *)image->address, (u32)global.value);
	else
		WRITE_ONCE(*(u64 *)image->address, global.value);
	return copy_to_user(argument, &global, sizeof(global)) ? -EFAULT : 0;
}

static long rex_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	const struct rex_owner *owner = file->private_data;
	void __user *pointer = (void __user *)argument;

	switch (command) {
	case REX_IOC_INFO:
		return rex_info(pointer);
	case REX_IOC_SETUP:
		return rex_setup(pointer);
	case REX_IOC_ATTACH:
		return rex_attach(owner, pointer);
	case REX_IOC_STUB:
		return rex_stub(owner, pointer);
	case REX_IOC_RUN:
		return rex_run_once(owner, pointer);
	case REX_IOC_REPLACE:
		return rex_replace(owner, pointer);
	case REX_IOC_LIST:
		return rex_list(pointer);
	case REX_IOC_PROGRAM:
		return rex_list_program(pointer);
	case REX_IOC_STATS:
		return rex_stats(owner, pointer);
	case REX_IOC_GLOBAL:
		return rex_global(owner, pointer);
	case REX_IOC_LOG:
		return rex_log_open();
	default:
		return -ENOTTY;
	}
}

static int rex_open(struct inode *inode, struct file *file)
{
	struct rex_owner *owner;

	if (!capable(CAP_SYS_ADMIN))
		return -EPERM;
	owner = kzalloc(sizeof(*owner), GFP_KERNEL);
	if (!owner)
		return -ENOMEM;
	file->private_data = owner;
	return 0;
}

static int rex_release(struct inode *inode, struct file *file)
{
	struct rex_owner *owner = file->private_data;

	mutex_lock(&rex_mutex);
	if (owner->extension)
		rex_extension_disown(owner->extension);
	mutex_unlock(&rex_mutex);
	kfree(owner);
	return 0;
}

static const struct file_operations rex_control_operations = {
	.owner = THIS_MODULE,
	.open = rex_open,
	.release = rex_release,
	.unlocked_ioctl = rex_ioctl,
};

static struct miscdevice rex_control = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "rex",
	.mode = 0600,
	.fops = &rex_control_operations,
};

struct rex_owner *rex_owner_get(int fd, struct file **file)
{
	*file = fget(fd);
	if (!*file)
		return ERR_PTR(-EBADF);
	if ((*file)->f_op != &rex_control_operations) {
		fput(*file);
		return ERR_PTR(-EBADF);
	}
	return (*file)->private_data;
}

int rex_control_init(void)
{
	return misc_register(&rex_control);
}

void rex_control_exit(void)
{
	misc_deregister(&rex_control);
}
