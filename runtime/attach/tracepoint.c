// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tracepoint: the record that the kernel makes of an event for its users, as perf gets it.
 *
 * Every tracepoint can be counted by a performance counter, of which each event is an overflow
 * whose sample has the record.  A module can have such counters on all kernels, and of the events
 * of modules and of system calls too.
 */
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "../rex.h"
#include "cpu_events.h"

struct rex_trace {
	struct rex_link link;
	struct rex_cpu_events *events;
	u32 record_size; /* bytes that the fields need at least */
	u32 field_count;
	struct rex_trace_field fields[];
};

/* In the context of the tracepoint, with preemption off. */
static void __kprobes rex_trace_handler(struct perf_event *event, struct perf_sample_data *data,
					struct pt_regs *registers)
{
	struct rex_trace *trace = event->overflow_handler_context;
	const struct perf_raw_record *raw = data->raw;
	struct rex_trace_context context;

	if (unlikely(!raw || raw->frag.size < trace->record_size)) {
		rex_program_add_missed(READ_ONCE(trace->link.running), 1);
		return;
	}
	context.record = (unsigned long)raw->frag.data;
	context.size = raw->frag.size;
	context.fields = (unsigned long)trace->fields;
	rex_run_tracing(&trace->link, &context);
}

static int rex_trace_take_fields(struct rex_trace *trace, const struct rex_attach_trace_event *how)
{
	u32 i;

	if (copy_from_user(trace->fields, (const void __user *)how->fields,
			   how->field_count * sizeof(*trace->fields)))
		return -EFAULT;
	for (i = 0; i < how->field_count; i++) {
		const struct rex_trace_field *field = &trace->fields[i];

		if (field->kind > REX_TRACE_FIELD_RELATIVE ||
		    (field->kind != REX_TRACE_FIELD_PLAIN && field->size != sizeof(u32)))
			return -EINVAL;
		trace->record_size =
			max_t(u32, trace->record_size, (u32)field->offset + field->size);
	}
	return 0;
}

static struct rex_link *rex_trace_attach(struct rex_program *program, const struct rex_attach *how)
{
	struct perf_event_attr attribute = {
		.size = sizeof(attribute),
		.type = PERF_TYPE_TRACEPOINT,
		.config = how->trace_event.id,
		.sample_period = 1,
		.sample_type = PERF_SAMPLE_RAW,
	};
	struct rex_trace *trace;
	int error;

	if (how->trace_event.field_count > REX_TRACE_FIELDS_MAX)
		return ERR_PTR(-EINVAL);
	trace = kzalloc(struct_size(trace, fields, how->trace_event.field_count), GFP_KERNEL);
	if (!trace)
		return ERR_PTR(-ENOMEM);
	trace->link.running = program;
	trace->field_count = how->trace_event.field_count;
	error = rex_trace_take_fields(trace, &how->trace_event);
	if (!error) {
		trace->events = rex_cpu_events_create(&attribute, rex_trace_handler, trace);
		error = PTR_ERR_OR_ZERO(trace->events);
	}
	if (error) {
		kfree(trace);
		return ERR_PTR(error);
	}
	return &trace->link;
}

/* The record is read by the fields of the program that was attached. */
static int rex_trace_may_replace(const struct rex_link *link, const struct rex_attach *how)
{
	const struct rex_trace *trace = container_of(link, struct rex_trace, link);
	const size_t size = trace->field_count * sizeof(*trace->fields);
	struct rex_trace_field *fields;
	int error = 0;

	if (how->trace_event.field_count != trace->field_count)
		return -EXDEV;
	fields = memdup_user((const void __user *)how->trace_event.fields, size);
	if (IS_ERR(fields))
		return PTR_ERR(fields);
	if (memcmp(fields, trace->fields, size))
		error = -EXDEV;
	kfree(fields);
	return error;
}

static void rex_trace_detach(struct rex_link *link)
{
	rex_cpu_events_release(container_of(link, struct rex_trace, link)->events);
}

static void rex_trace_free(struct rex_link *link)
{
	kfree(container_of(link, struct rex_trace, link));
}

const struct rex_hook_type rex_tracepoint_hook = {
	.name = "tracepoint",
	.attach = rex_trace_attach,
	.detach = rex_trace_detach,
	.may_replace = rex_trace_may_replace,
	.free = rex_trace_free,
};
