// SPDX-License-Identifier: GPL-2.0-only
/*
 * uprobe and uretprobe: an instruction of a file that processes execute, and the return of a
 * function there.  In every process that maps the file, also later ones.
 */
#include <linux/dcache.h>
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/path.h>
#include <linux/slab.h>
#include <linux/uprobes.h>
#include <linux/version.h>

#include "../rex.h"

struct rex_uprobe {
	struct rex_link link;
	struct path path; /* reference: keeps the inode */
	struct inode *inode;
	loff_t offset;
	struct uprobe_consumer consumer;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	struct uprobe *uprobe;
#endif
};

/* On the way to user space, in process context, with preemption and interrupts on. */
static int rex_uprobe_handler(struct uprobe_consumer *consumer, struct pt_regs *registers)
{
	rex_run_tracing(&container_of(consumer, struct rex_uprobe, consumer)->link, registers);
	return 0;
}

static int rex_uretprobe_handler(struct uprobe_consumer *consumer, unsigned long function,
				 struct pt_regs *registers)
{
	return rex_uprobe_handler(consumer, registers);
}

static int rex_uprobe_register(struct rex_uprobe *probe)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	probe->uprobe = uprobe_register(probe->inode, probe->offset, 0, &probe->consumer);
	return PTR_ERR_OR_ZERO(probe->uprobe);
#else
	return uprobe_register(probe->inode, probe->offset, &probe->consumer);
#endif
}

/* Waits for the handlers that run. */
static void rex_uprobe_unregister(struct rex_uprobe *probe)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	uprobe_unregister_nosync(probe->uprobe, &probe->consumer);
	uprobe_unregister_sync();
#else
	uprobe_unregister(probe->inode, probe->offset, &probe->consumer);
#endif
}

static int rex_uprobe_open(struct rex_uprobe *probe, int fd)
{
	struct file *file = fget(fd);

	if (!file)
		return -EBADF;
	probe->path = file->f_path;
	path_get(&probe->path);
	fput(file);
	/* On an overlay, the file that is mapped. */
	probe->inode = d_real_inode(probe->path.dentry);
	if (S_ISREG(probe->inode->i_mode))
		return 0;
	path_put(&probe->path);
	return -EINVAL;
}

static struct rex_link *rex_uprobe_attach(struct rex_program *program, const struct rex_attach *how)
{
	struct rex_uprobe *probe;
	int error;

	if (how->uprobe.offset > LLONG_MAX)
		return ERR_PTR(-EINVAL);
	probe = kzalloc(sizeof(*probe), GFP_KERNEL);
	if (!probe)
		return ERR_PTR(-ENOMEM);
	probe->link.running = program;
	probe->offset = (loff_t)how->uprobe.offset;
	if (program->hook == REX_HOOK_URETPROBE)
		probe->consumer.ret_handler = rex_uretprobe_handler;
	else
		probe->consumer.handler = rex_uprobe_handler;
	error = rex_uprobe_open(probe, how->uprobe.fd);
	if (!error) {
		error = rex_uprobe_register(probe);
		if (error)
			path_put(&probe->path);
	}
	if (error) {
		kfree(probe);
		return ERR_PTR(error);
	}
	return &probe->link;
}

static void rex_uprobe_detach(struct rex_link *link)
{
	struct rex_uprobe *probe = container_of(link, struct rex_uprobe, link);

	rex_uprobe_unregister(probe);
	path_put(&probe->path);
}

static void rex_uprobe_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_uprobe, link));
}

const struct rex_hook_type rex_uprobe_hook = {
	.name = "uprobe",
	.attach = rex_uprobe_attach,
	.detach = rex_uprobe_detach,
	.free = rex_uprobe_free,
};

const struct rex_hook_type rex_uretprobe_hook = {
	.name = "uretprobe",
	.attach = rex_uprobe_attach,
	.detach = rex_uprobe_detach,
	.free = rex_uprobe_free,
};
