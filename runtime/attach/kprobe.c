// SPDX-License-Identifier: GPL-2.0-only
/*
 * kprobe: at a function's entry through ftrace, elsewhere through a breakpoint or an
 * optimised jump, as the kernel chooses.
 */
#include <linux/slab.h>

#include "../rex.h"

struct rex_kprobe {
	struct rex_link link;
	struct kprobe kprobe;
	char symbol[REX_TARGET_SIZE];
};

static int __kprobes rex_kprobe_handler(struct kprobe *kprobe, struct pt_regs *registers)
{
	rex_run_function(&container_of(kprobe, struct rex_kprobe, kprobe)->link, registers);
	return 0;
}

static struct rex_link *rex_kprobe_attach(struct rex_program *program, const struct rex_attach *how)
{
	struct rex_kprobe *probe;
	int error;

	if (!how->target[0])
		return ERR_PTR(-EINVAL);
	probe = kzalloc(sizeof(*probe), GFP_KERNEL);
	if (!probe)
		return ERR_PTR(-ENOMEM);
	strscpy(probe->symbol, how->target, sizeof(probe->symbol));
	probe->link.running = program;
	probe->kprobe.symbol_name = probe->symbol;
	probe->kprobe.offset = how->kprobe.offset;
	probe->kprobe.pre_handler = rex_kprobe_handler;
	error = register_kprobe(&probe->kprobe);
	if (error) {
		kfree(probe);
		return ERR_PTR(error);
	}
	return &probe->link;
}

static void rex_kprobe_detach(struct rex_link *link)
{
	/* Waits for an RCU grace period, and so for every handler. */
	unregister_kprobe(&container_of(link, struct rex_kprobe, link)->kprobe);
}

static void rex_kprobe_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_kprobe, link));
}

const struct rex_hook_type rex_kprobe_hook = {
	.name = "kprobe",
	.attach = rex_kprobe_attach,
	.detach = rex_kprobe_detach,
	.free = rex_kprobe_free,
};
