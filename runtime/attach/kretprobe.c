// SPDX-License-Identifier: GPL-2.0-only
/*
 * kretprobe: where a function returns to its caller.
 */
#include <linux/slab.h>

#include "../rex.h"

struct rex_kretprobe {
	struct rex_link link;
	struct kretprobe kretprobe;
	char symbol[REX_TARGET_SIZE];
};

static int __kprobes rex_kretprobe_handler(struct kretprobe_instance *instance,
					   struct pt_regs *registers)
{
	struct kretprobe *kretprobe = get_kretprobe(instance);

	/* Null while the probe is being unregistered. */
	if (kretprobe)
		rex_run_function(&container_of(kretprobe, struct rex_kretprobe, kretprobe)->link,
				 registers);
	return 0;
}

static struct rex_link *rex_kretprobe_attach(struct rex_program *program,
					     const struct rex_attach *how)
{
	struct rex_kretprobe *probe;
	int error;

	if (!how->target[0])
		return ERR_PTR(-EINVAL);
	probe = kzalloc(sizeof(*probe), GFP_KERNEL);
	if (!probe)
		return ERR_PTR(-ENOMEM);
	strscpy(probe->symbol, how->target, sizeof(probe->symbol));
	probe->link.running = program;
	probe->kretprobe.kp.symbol_name = probe->symbol;
	probe->kretprobe.handler = rex_kretprobe_handler;
	error = register_kretprobe(&probe->kretprobe);
	if (error) {
		kfree(probe);
		return ERR_PTR(error);
	}
	return &probe->link;
}

static void rex_kretprobe_detach(struct rex_link *link)
{
	struct rex_kretprobe *probe = container_of(link, struct rex_kretprobe, link);

	unregister_kretprobe(&probe->kretprobe);
	/* Calls that found no free instance: events that the program did not see. */
	rex_program_add_missed(link->running, probe->kretprobe.nmissed);
}

static void rex_kretprobe_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_kretprobe, link));
}

const struct rex_hook_type rex_kretprobe_hook = {
	.name = "kretprobe",
	.attach = rex_kretprobe_attach,
	.detach = rex_kretprobe_detach,
	.free = rex_kretprobe_free,
};
