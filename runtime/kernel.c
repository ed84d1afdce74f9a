// SPDX-License-Identifier: GPL-2.0-only
/*
 * Addresses and offsets that the kernel exports to BPF programs only.
 *
 * The loader finds them and passes a loaded BPF program that uses each: its instructions
 * hold the addresses.  Nothing of kallsyms is needed, which no module may use.
 */
#define pr_fmt(fmt) "rex: " fmt

#include <linux/filter.h>
#include <linux/kallsyms.h>

#include "rex.h"

struct rex_kernel rex_kernel;

/*
 * Some microseconds: longer than another CPU holds the lock of a queue or ring buffer,
 * and short enough to spend in vain where it is this CPU that holds it.
 */
#define REX_LOCK_SPINS 4096

bool rex_lock_obtainable(raw_spinlock_t *lock)
{
	unsigned int spins;

	for (spins = 0; raw_spin_is_locked(lock); spins++) {
		if (spins == REX_LOCK_SPINS)
			return false;
		cpu_relax();
	}
	return true;
}

/* Whether an address is that of a kernel symbol, to the byte. */
static bool rex_is_symbol(const void *address, const char *name)
{
	char symbol[KSYM_SYMBOL_LEN], expected[KSYM_NAME_LEN];

	sprint_symbol(symbol, (unsigned long)address);
	scnprintf(expected, sizeof(expected), "%s+0x0/", name);
	return !strncmp(symbol, expected, strlen(expected));
}

static void rex_take_helper(struct rex_kernel *kernel, const struct bpf_insn *insn)
{
	void *address = (u8 *)__bpf_call_base + insn->imm;

#define REX_KERNEL_HELPER(helper)                   \
	if (rex_is_symbol(address, "bpf_" #helper)) \
		kernel->helper = address;
	REX_KERNEL_HELPERS(REX_KERNEL_HELPER)
#undef REX_KERNEL_HELPER
}

static void rex_take_addresses(struct rex_kernel *kernel, const struct bpf_prog *prog)
{
	u32 i;

	for (i = 0; i < prog->len; i++) {
		const struct bpf_insn *insn = &prog->insnsi[i];

		if (insn->code == (BPF_JMP | BPF_CALL))
			rex_take_helper(kernel, insn);
		else if (insn->code == (BPF_LD | BPF_IMM | BPF_DW) && i + 1 < prog->len &&
			 !kernel->prog_active)
			kernel->prog_active = (int __percpu *)((u64)(u32)insn[0].imm |
							       (u64)(u32)insn[1].imm << 32);
	}
}

static bool rex_complete(const struct rex_kernel *kernel)
{
	bool complete = kernel->prog_active != NULL;

	if (!complete)
		pr_err("bpf_prog_active is not in the setup program; net.core.bpf_jit_harden=2 hides it\n");
#define REX_KERNEL_HELPER(helper)                                                   \
	if (!kernel->helper) {                                                      \
		pr_err("BPF helper bpf_" #helper " is not in the setup program\n"); \
		complete = false;                                                   \
	}
	REX_KERNEL_HELPERS(REX_KERNEL_HELPER)
#undef REX_KERNEL_HELPER
	return complete;
}

int rex_kernel_setup(const struct rex_setup *setup)
{
	struct rex_kernel kernel = {};
	struct bpf_prog *prog;

	lockdep_assert_held(&rex_mutex);
	if (rex_kernel.ready)
		return 0;
	prog = bpf_prog_get_type_dev(setup->prog_fd, BPF_PROG_TYPE_RAW_TRACEPOINT, false);
	if (IS_ERR(prog))
		return PTR_ERR(prog);
	rex_take_addresses(&kernel, prog);
	bpf_prog_put(prog);
	if (!rex_complete(&kernel))
		return -EINVAL;

#define REX_KERNEL_FIELD(structure, field) \
	kernel.structure##__##field = setup->field_offsets[REX_KERNEL_FIELD_##structure##__##field];
	REX_KERNEL_FIELDS(REX_KERNEL_FIELD)
#undef REX_KERNEL_FIELD

	rex_kernel = kernel;
	smp_store_release(&rex_kernel.ready, true);
	return 0;
}
