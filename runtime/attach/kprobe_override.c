// SPDX-License-Identifier: GPL-2.0-only
/*
 * kprobe_override: at a function's entry, and the program may say that the function is not
 * executed but returns a value.
 *
 * Only for functions whose callers are known to cope: those that the kernel itself marks by
 * ALLOW_ERROR_INJECTION, of which the list is here, because distributions build it out
 * (CONFIG_FUNCTION_ERROR_INJECTION); and only with values that the mark allows.
 */
#include <linux/err.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "../rex.h"

struct rex_override {
	struct rex_link link;
	bool (*may_return)(s64 value);
	struct kprobe kprobe;
	char symbol[REX_TARGET_SIZE];
};

/* attach/override_return.S: returns, to whom the function would have returned. */
void rex_override_return(void);

/* As the kernel's enum error-injection types. */
static bool rex_is_errno(s64 value)
{
	return value < 0 && value >= -MAX_ERRNO;
}

static bool rex_is_true(s64 value)
{
	return value == 1;
}

static bool rex_is_null(s64 value)
{
	return value == 0;
}

/* A system call answers to user space, which knows nothing that the kernel relies on. */
static bool rex_is_any(s64 value)
{
	return true;
}

static const struct {
	const char *name;
	bool (*may_return)(s64 value);
} rex_overridable[] = {
	{ "__filemap_add_folio", rex_is_errno },
	{ "btrfs_check_leaf", rex_is_errno },
	{ "btrfs_check_leaf_full", rex_is_errno },
	{ "btrfs_check_node", rex_is_errno },
	{ "btrfs_cow_block", rex_is_errno },
	{ "btrfs_search_slot", rex_is_errno },
	{ "btrfs_should_cancel_balance", rex_is_true },
	{ "io_ctl_init", rex_is_errno },
	{ "mtd_block_markbad", rex_is_errno },
	{ "mtd_erase", rex_is_errno },
	{ "mtd_read", rex_is_errno },
	{ "mtd_write", rex_is_errno },
	{ "open_ctree", rex_is_errno },
	{ "page_pool_alloc_pages", rex_is_null },
	{ "should_fail_alloc_page", rex_is_true },
	{ "should_fail_bio", rex_is_errno },
	{ "should_failslab", rex_is_errno },
};

/* Every SYSCALL_DEFINE is marked; its functions have these names and no others have. */
static const char *const rex_system_call_prefixes[] = {
	"__x64_sys_",
	"__ia32_sys_",
	"__ia32_compat_sys_",
};

static void *rex_override_rule(const char *name)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(rex_system_call_prefixes); i++)
		if (str_has_prefix(name, rex_system_call_prefixes[i]))
			return rex_is_any;
	for (i = 0; i < ARRAY_SIZE(rex_overridable); i++)
		if (!strcmp(name, rex_overridable[i].name))
			return rex_overridable[i].may_return;
	return NULL;
}

static int __kprobes rex_override_handler(struct kprobe *kprobe, struct pt_regs *registers)
{
	struct rex_override *override = container_of(kprobe, struct rex_override, kprobe);
	s64 value = rex_run_function(&override->link, registers);

	if (value == REX_NO_OVERRIDE)
		return 0;
	if (!override->may_return(value)) {
		rex_program_add_missed(READ_ONCE(override->link.running), 1);
		return 0;
	}
	registers->ax = (unsigned long)value;
	registers->ip = (unsigned long)rex_override_return;
	return 1;
}

/*
 * That there is one tells the kernel that the pre-handler may move the instruction pointer: it
 * neither optimises such a probe to a jump nor shares its function with another that does that.
 */
static void __kprobes rex_override_post_handler(struct kprobe *kprobe, struct pt_regs *registers,
						unsigned long flags)
{
}

static struct rex_link *rex_override_attach(struct rex_program *program,
					    const struct rex_attach *how)
{
	bool (*may_return)(s64) = rex_override_rule(how->target);
	struct rex_override *override;
	int error;

	if (!may_return)
		return ERR_PTR(-EACCES);
	override = kzalloc(sizeof(*override), GFP_KERNEL);
	if (!override)
		return ERR_PTR(-ENOMEM);
	strscpy(override->symbol, how->target, sizeof(override->symbol));
	override->link.running = program;
	override->may_return = may_return;
	override->kprobe.symbol_name = override->symbol;
	override->kprobe.pre_handler = rex_override_handler;
	override->kprobe.post_handler = rex_override_post_handler;
	error = register_kprobe(&override->kprobe);
	if (error) {
		kfree(override);
		return ERR_PTR(error);
	}
	return &override->link;
}

static void rex_override_detach(struct rex_link *link)
{
	/* Waits for an RCU grace period, and so for every handler. */
	unregister_kprobe(&container_of(link, struct rex_override, link)->kprobe);
}

static void rex_override_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_override, link));
}

const struct rex_hook_type rex_kprobe_override_hook = {
	.name = "kprobe_override",
	.attach = rex_override_attach,
	.detach = rex_override_detach,
	.free = rex_override_free,
};
