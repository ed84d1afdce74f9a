// SPDX-License-Identifier: GPL-2.0-only
/*
 * rex.ko: the runtime of Rex for C++ in the kernel.
 */
#include <linux/version.h>

#include "attach/cpu_events.h"
#include "rex.h"

static int __init rex_init(void)
{
	int error;

	rex_maps_init();
	error = rex_log_init();
	if (error)
		return error;
	error = rex_cpu_events_init();
	if (error)
		goto out_log;
	error = rex_stubs_init();
	if (error)
		goto out_cpu_events;
	error = rex_control_init();
	if (error)
		goto out_stubs;
	return 0;

out_stubs:
	rex_stubs_exit();
out_cpu_events:
	rex_cpu_events_exit();
out_log:
	rex_log_exit();
	return error;
}

static void __exit rex_exit(void)
{
	rex_control_exit();
	rex_stubs_exit();
	rex_cpu_events_exit();
	rex_log_exit();
}

module_init(rex_init);
module_exit(rex_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Runtime for safe kernel extensions in C++");
MODULE_AUTHOR("The Rex for C++ developers");
MODULE_VERSION(REX_RELEASE);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
MODULE_IMPORT_NS(BPF_INTERNAL); /* bpf_map_get, bpf_link_get_from_fd */
#endif
