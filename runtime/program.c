// SPDX-License-Identifier: GPL-2.0-only
/*
 * A program of an extension: what the loader said of it, and its counters.
 */
#include "rex.h"

#define REX_BUDGET_DEFAULT (50 * NSEC_PER_MSEC)
#define REX_BUDGET_MAX (10 * NSEC_PER_SEC)

int rex_program_init(struct rex_program *program, struct rex_extension *extension,
		     const struct rex_program_image *image)
{
	if (!image->entry || image->hook >= REX_HOOKS || image->budget > REX_BUDGET_MAX)
		return -EINVAL;
	program->counters = alloc_percpu(struct rex_counters);
	if (!program->counters)
		return -ENOMEM;
	program->extension = extension;
	program->entry = (s64 (*)(void *))image->entry;
	program->budget = image->budget ?: REX_BUDGET_DEFAULT;
	program->panic_value = image->panic_value;
	program->hook = image->hook;
	strscpy(program->name, image->name, sizeof(program->name));
	rex_panic_record_init(program);
	return 0;
}

void rex_program_destroy(struct rex_program *program)
{
	rex_panic_record_flush(program);
	free_percpu(program->counters);
}

void rex_program_add_missed(struct rex_program *program, u64 events)
{
	this_cpu_add(program->counters->missed, events);
}

void rex_program_stats(const struct rex_program *program, struct rex_stats *stats)
{
	int cpu;

	stats->disabled = READ_ONCE(program->disabled);
	stats->runs = 0;
	stats->missed = 0;
	stats->panics = 0;
	for_each_possible_cpu (cpu) {
		const struct rex_counters *counters = per_cpu_ptr(program->counters, cpu);

		stats->runs += READ_ONCE(counters->runs);
		stats->missed += READ_ONCE(counters->missed);
		stats->panics += READ_ONCE(counters->panics);
	}
}
