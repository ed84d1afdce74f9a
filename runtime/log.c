// SPDX-License-Identifier: GPL-2.0-only
/*
 * The log: what programs print, and what happens to them.
 *
 * Written in any context, an NMI-like kprobe and a held run-queue lock too: so there is no
 * lock to wait for.  A writer takes the next number, and with it a slot, which it marks as
 * busy while it writes; who finds its slot busy (a writer that it interrupted, 1024 records
 * ago) gives its record up.  Readers each have their own position, and look at a slot's
 * number before and after they copy it.
 */
#include <linux/anon_inodes.h>
#include <linux/fs.h>
#include <linux/poll.h>
#include <linux/slab.h>
#include <linux/timekeeping.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>
#include <linux/wait.h>

#include "rex.h"

#define REX_LOG_BUSY (-1)

struct rex_log_slot {
	atomic64_t state; /* sequence of the record in it, 0 for none, REX_LOG_BUSY */
	atomic64_t given_up; /* the last sequence that found it busy */
	struct rex_log_record record;
};

static struct rex_log_slot *rex_log_slots;
static atomic64_t rex_log_head; /* the last sequence that was taken */
static DECLARE_WAIT_QUEUE_HEAD(rex_log_wait);

static void rex_log_wake(struct irq_work *work)
{
	wake_up_all(&rex_log_wait);
}
static DEFINE_IRQ_WORK(rex_log_waker, rex_log_wake);

static struct rex_log_slot *rex_log_slot_of(u64 sequence)
{
	return &rex_log_slots[sequence % REX_LOG_RECORDS];
}

static struct rex_log_slot *__kprobes rex_log_begin(void)
{
	s64 sequence = atomic64_inc_return(&rex_log_head);
	struct rex_log_slot *slot = rex_log_slot_of(sequence);
	s64 before = atomic64_read(&slot->state);

	if (before == REX_LOG_BUSY || before > sequence ||
	    atomic64_cmpxchg(&slot->state, before, REX_LOG_BUSY) != before) {
		atomic64_set(&slot->given_up, sequence);
		return NULL;
	}
	slot->record.sequence = sequence;
	slot->record.time = ktime_get_mono_fast_ns();
	slot->record.cpu = smp_processor_id();
	slot->record.pid = current->pid;
	memcpy(slot->record.comm, current->comm, sizeof(slot->record.comm));
	slot->record.size = 0;
	return slot;
}

static void __kprobes rex_log_end(struct rex_log_slot *slot)
{
	/* After the record; pairs with the acquire in rex_log_copy(). */
	atomic64_set_release(&slot->state, slot->record.sequence);
	if (wq_has_sleeper(&rex_log_wait))
		irq_work_queue(&rex_log_waker);
}

/* Cut where it is longer than `most`, or there is no room; always with its NUL. */
static void __kprobes rex_log_add_text(struct rex_log_record *record, const char *text,
				       unsigned int most)
{
	unsigned int room = REX_LOG_DATA_MAX - record->size;
	unsigned int length = 0;

	while (text && length < most && length + 1 < room && text[length]) {
		record->data[record->size + length] = text[length];
		length++;
	}
	record->data[record->size + length] = 0;
	record->size += length + 1;
}

static void __kprobes rex_log_add_place(struct rex_log_record *record,
					const struct rex_extension *extension,
					const struct rex_program *program, const char *file)
{
	rex_log_add_text(record, extension->name, REX_NAME_SIZE);
	rex_log_add_text(record, program ? program->name : "", REX_NAME_SIZE);
	rex_log_add_text(record, file, REX_NAME_SIZE);
}

/* The texts are of limited size, so that the arguments always have room. */
static_assert(3 * (REX_NAME_SIZE + 1) + REX_LOG_FORMAT_MAX + 1 + REX_LOG_ARGUMENTS_MAX <=
	      REX_LOG_DATA_MAX);

void __kprobes rex_log(const struct rex_log_site *site, const void *arguments, __u64 size)
{
	const struct rex_program *program = this_cpu_read(rex_current)->program;
	struct rex_log_slot *slot = rex_log_begin();

	if (!slot)
		return;
	slot->record.kind = REX_LOG_LINE;
	slot->record.level = site->level;
	slot->record.line = site->line;
	slot->record.column = site->column;
	rex_log_add_place(&slot->record, program->extension, program, site->file);
	rex_log_add_text(&slot->record, site->format, REX_LOG_FORMAT_MAX);
	size = min_t(u64, size, REX_LOG_ARGUMENTS_MAX);
	memcpy(slot->record.data + slot->record.size, arguments, size);
	slot->record.size += size;
	rex_log_end(slot);
}

void rex_log_extension(const struct rex_extension *extension, enum rex_log_kind kind)
{
	struct rex_log_slot *slot;

	preempt_disable();
	slot = rex_log_begin();
	if (slot) {
		slot->record.kind = kind;
		slot->record.level = REX_LOG_INFO;
		slot->record.line = 0;
		slot->record.column = 0;
		rex_log_add_place(&slot->record, extension, NULL, NULL);
		rex_log_add_text(&slot->record, "", 0);
		rex_log_end(slot);
	}
	preempt_enable();
}

void rex_log_panic(const struct rex_program *program, const char *reason)
{
	const struct rex_panic_record *panic = &program->panic;
	struct rex_log_slot *slot;

	preempt_disable();
	slot = rex_log_begin();
	if (slot) {
		slot->record.kind = REX_LOG_PANIC;
		slot->record.level = REX_LOG_ERROR;
		slot->record.line = panic->site.line;
		slot->record.column = panic->site.column;
		slot->record.cpu = panic->cpu;
		slot->record.pid = panic->pid;
		memcpy(slot->record.comm, panic->comm, sizeof(slot->record.comm));
		rex_log_add_place(&slot->record, program->extension, program, panic->site.file);
		rex_log_add_text(&slot->record, reason, REX_LOG_FORMAT_MAX);
		rex_log_end(slot);
	}
	preempt_enable();
}

/* ---- reading ---- */

struct rex_log_reader {
	struct mutex mutex;
	u64 next; /* sequence */
	struct rex_log_record copy;
};

/* The next record into reader->copy; false where there is none yet. */
static bool rex_log_copy(struct rex_log_reader *reader)
{
	for (;; reader->next++) {
		u64 head = atomic64_read(&rex_log_head);
		struct rex_log_slot *slot;
		s64 state;

		if ((s64)(head - reader->next) >= REX_LOG_RECORDS)
			reader->next = head - REX_LOG_RECORDS + 1;
		if (reader->next > head)
			return false;
		slot = rex_log_slot_of(reader->next);
		state = atomic64_read_acquire(&slot->state);
		if (state == (s64)reader->next) {
			memcpy(&reader->copy, &slot->record, sizeof(reader->copy));
			smp_rmb(); /* the copy before the second look */
			if (atomic64_read(&slot->state) != state)
				continue; /* overwritten meanwhile: lost */
			reader->next++;
			return true;
		}
		if (state < (s64)reader->next && atomic64_read(&slot->given_up) < (s64)reader->next)
			return false; /* being written */
	}
}

/* Whether there is a record, or one that was lost. */
static bool rex_log_readable(struct rex_log_reader *reader)
{
	u64 next = READ_ONCE(reader->next);
	struct rex_log_slot *slot = rex_log_slot_of(next);

	return atomic64_read(&rex_log_head) >= (s64)next &&
	       (atomic64_read(&slot->state) >= (s64)next ||
		atomic64_read(&slot->given_up) >= (s64)next);
}

static ssize_t rex_log_read(struct file *file, char __user *to, size_t size, loff_t *offset)
{
	struct rex_log_reader *reader = file->private_data;
	ssize_t result;

	for (;;) {
		mutex_lock(&reader->mutex);
		if (rex_log_copy(reader))
			break;
		mutex_unlock(&reader->mutex);
		if (file->f_flags & O_NONBLOCK)
			return -EAGAIN;
		result = wait_event_interruptible(rex_log_wait, rex_log_readable(reader));
		if (result)
			return result;
	}
	result = offsetof(struct rex_log_record, data) + reader->copy.size;
	if (size < result)
		result = -EINVAL;
	else if (copy_to_user(to, &reader->copy, result))
		result = -EFAULT;
	mutex_unlock(&reader->mutex);
	return result;
}

static __poll_t rex_log_poll(struct file *file, struct poll_table_struct *table)
{
	struct rex_log_reader *reader = file->private_data;

	poll_wait(file, &rex_log_wait, table);
	return rex_log_readable(reader) ? EPOLLIN | EPOLLRDNORM : 0;
}

static int rex_log_release(struct inode *inode, struct file *file)
{
	kfree(file->private_data);
	return 0;
}

static const struct file_operations rex_log_operations = {
	.owner = THIS_MODULE,
	.read = rex_log_read,
	.poll = rex_log_poll,
	.release = rex_log_release,
};

int rex_log_open(void)
{
	struct rex_log_reader *reader = kzalloc(sizeof(*reader), GFP_KERNEL);
	int fd;

	if (!reader)
		return -ENOMEM;
	mutex_init(&reader->mutex);
	reader->next = 1;
	fd = anon_inode_getfd("rex_log", &rex_log_operations, reader, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		kfree(reader);
	return fd;
}

int rex_log_init(void)
{
	rex_log_slots = vzalloc(array_size(REX_LOG_RECORDS, sizeof(*rex_log_slots)));
	return rex_log_slots ? 0 : -ENOMEM;
}

void rex_log_exit(void)
{
	irq_work_sync(&rex_log_waker);
	vfree(rex_log_slots);
}
