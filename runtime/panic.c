// SPDX-License-Identifier: GPL-2.0-only
/*
 * A program that cannot go on.
 *
 * At the moment of the panic nothing is printed, allocated or detached: the program may
 * have been called under a run-queue lock or with interrupts off, where printing hangs
 * the machine.  The program's record is filled, an irq_work is raised, its handler
 * queues a work, and that prints and detaches.
 */
#define pr_fmt(fmt) "rex: " fmt

#include <linux/stacktrace.h>

#include "rex.h"

/*
 * The first panic of a program fills its record; the program is disabled before that,
 * but may still run, and panic too, on other CPUs.
 */
static void rex_panic_fill(struct rex_program *program, const struct rex_site *site, u64 first,
			   u64 second)
{
	struct rex_panic_record *record = &program->panic;

	if (atomic_cmpxchg(&record->claimed, 0, 1) != 0)
		return;
	record->site = *site;
	record->first = first;
	record->second = second;
	record->cpu = smp_processor_id();
	record->pid = current->pid;
	memcpy(record->comm, current->comm, sizeof(record->comm));
	/* Skips this function; rex_panic() stays, it shows where the program ended. */
	record->frame_count = stack_trace_save(record->frames, REX_PANIC_FRAMES, 1);
	irq_work_queue(&record->irq_work);
}

void __kprobes rex_panic(const struct rex_site *site, __u64 first, __u64 second)
{
	struct rex_invocation *invocation = this_cpu_read(rex_current);
	struct rex_program *program = invocation->program;

	WRITE_ONCE(program->disabled, true);
	this_cpu_inc(program->counters->panics);
	rex_panic_fill(program, site, first, second);
	invocation->panicked = true;
	rex_ledger_release(&invocation->ledger);
	rex_dispatch_exit(&invocation->frame, program->panic_value);
	unreachable();
}

static s64 rex_operand(u64 value, unsigned int bits)
{
	return bits && bits < 64 ? (s64)(value << (64 - bits)) >> (64 - bits) : (s64)value;
}

/* A value as the source meant it: site.bits is the width, negative where signed. */
static int rex_format_operand(char *buffer, size_t size, u64 value, u32 bits)
{
	int width = (int)bits;

	if (width < 0)
		return scnprintf(buffer, size, "%lld", rex_operand(value, -width));
	return scnprintf(buffer, size, "%llu", value);
}

static void rex_format_reason(char *buffer, size_t size, const struct rex_panic_record *record)
{
	char first[24], second[24];

	rex_format_operand(first, sizeof(first), record->first, record->site.bits);
	rex_format_operand(second, sizeof(second), record->second, record->site.bits);
	switch ((enum rex_panic_kind)record->site.kind) {
	case REX_PANIC_EXPLICIT:
		scnprintf(buffer, size, "%s", record->site.message ?: "no message");
		return;
	case REX_PANIC_BUDGET:
		scnprintf(buffer, size, "ran for %llu us, its budget is %llu us",
			  record->first / NSEC_PER_USEC, record->second / NSEC_PER_USEC);
		return;
	case REX_PANIC_EMPTY_OPTION:
		scnprintf(buffer, size, "value of an empty Option");
		return;
	case REX_PANIC_NULL_HANDLE:
		scnprintf(buffer, size, "use of a handle that was destroyed or moved from");
		return;
	case REX_PANIC_BOUNDS:
		scnprintf(buffer, size, "index %s is outside of 0..%s", first, second);
		return;
	case REX_PANIC_OVERFLOW:
		scnprintf(buffer, size, "overflow of %s with operands %s and %s",
			  record->site.message ?: "an operation", first, second);
		return;
	case REX_PANIC_DIVISION:
		scnprintf(buffer, size, "division of %s by %s", first, second);
		return;
	case REX_PANIC_SHIFT:
		scnprintf(buffer, size, "shift of %s by %s bits", first, second);
		return;
	case REX_PANIC_CONVERSION:
		scnprintf(buffer, size, "value %s does not fit", first);
		return;
	case REX_PANIC_UNREACHABLE:
		scnprintf(buffer, size, "reached the end of a function that returns a value");
		return;
	case REX_PANIC_STACK:
		scnprintf(buffer, size, "the stack is used up: %llu bytes below its limit",
			  record->first);
		return;
	case REX_PANIC_RESOURCES:
		scnprintf(buffer, size, "would hold more than %s resources at once", first);
		return;
	case REX_PANIC_LOCK:
		scnprintf(buffer, size, "%s", record->site.message ?: "a lock");
		return;
	case REX_PANIC_KINDS:
		break;
	}
	scnprintf(buffer, size, "unknown reason %u", record->site.kind);
}

/* A recursive function's frames are one line. */
static void rex_panic_print_frames(const struct rex_panic_record *record)
{
	unsigned int i, next;

	for (i = 0; i < record->frame_count; i = next) {
		for (next = i + 1; next < record->frame_count; next++)
			if (record->frames[next] != record->frames[i])
				break;
		if (next - i > 1)
			pr_err("    %pB (%u times)\n", (void *)record->frames[i], next - i);
		else
			pr_err("    %pB\n", (void *)record->frames[i]);
	}
}

/* One block; the reader finds cause and place in its first line. */
static void rex_panic_print(const struct rex_program *program)
{
	const struct rex_panic_record *record = &program->panic;
	char reason[REX_LOG_FORMAT_MAX];

	rex_format_reason(reason, sizeof(reason), record);
	rex_log_panic(program, reason);
	if (record->site.file)
		pr_err("program %s/%s panicked at %s:%u:%u: %s\n", program->extension->name,
		       program->name, record->site.file, record->site.line, record->site.column,
		       reason);
	else
		pr_err("program %s/%s panicked: %s\n", program->extension->name, program->name,
		       reason);
	pr_err("  hook %s, CPU %u, task %s (pid %d); the program is disabled and detached\n",
	       rex_hook_name(program->hook), record->cpu, record->comm, record->pid);
	rex_panic_print_frames(record);
}

static void rex_panic_work(struct work_struct *work)
{
	struct rex_program *program = container_of(work, struct rex_program, panic.work);

	rex_panic_print(program);
	mutex_lock(&rex_mutex);
	rex_program_detach(program);
	mutex_unlock(&rex_mutex);
}

static void rex_panic_irq_work(struct irq_work *irq_work)
{
	schedule_work(&container_of(irq_work, struct rex_panic_record, irq_work)->work);
}

void rex_panic_record_init(struct rex_program *program)
{
	init_irq_work(&program->panic.irq_work, rex_panic_irq_work);
	INIT_WORK(&program->panic.work, rex_panic_work);
}

void rex_panic_record_flush(struct rex_program *program)
{
	irq_work_sync(&program->panic.irq_work);
	flush_work(&program->panic.work);
}
