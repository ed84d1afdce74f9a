/* SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause */
/*
 * The log: what programs print, panics, and what happens to extensions.
 *
 * A program's line crosses as its format and its arguments' bytes; who reads the log
 * makes the text of them (log_text.hpp).  The runtime keeps the last REX_LOG_RECORDS
 * records; a reader that falls behind sees a gap in their sequence.
 */
#ifndef REX_LOG_H
#define REX_LOG_H

#include "types.h"

#define REX_LOG_RECORDS 1024
#define REX_LOG_FORMAT_MAX 160 /* characters of a format */
#define REX_LOG_ARGUMENTS_MAX 192 /* bytes of all arguments of a line */
#define REX_LOG_DATA_MAX 584 /* bytes of a record's texts and arguments */

enum rex_log_level {
	REX_LOG_DEBUG = 0,
	REX_LOG_INFO = 1,
	REX_LOG_WARN = 2,
	REX_LOG_ERROR = 3,
	REX_LOG_LEVELS
};

/* What a record tells of. */
enum rex_log_kind {
	REX_LOG_LINE = 0, /* a program printed it */
	REX_LOG_PANIC = 1,
	REX_LOG_LOADED = 2, /* an extension */
	REX_LOG_UNLOADED = 3,
	REX_LOG_KINDS
};

/* Where a line is printed.  Constant data of the extension. */
struct rex_log_site {
	const char *format;
	const char *file;
	__u32 line; /* from 1 */
	__u32 column; /* from 1 */
	__u32 level; /* enum rex_log_level */
	__u32 reserved; /* 0 */
};

/* An argument: a byte that says which, and the bytes that follow it. */
enum rex_log_argument {
	REX_LOG_UNSIGNED = 1, /* 8 */
	REX_LOG_SIGNED = 2, /* 8 */
	REX_LOG_BOOL = 3, /* 1 */
	REX_LOG_TEXT = 4, /* the length, as a byte, and so many characters */
	REX_LOG_IPV4 = 5, /* 4, as in a packet */
	REX_LOG_MAC = 6, /* 6 */
};

/* What read() on the log's descriptor gives: one record, without what is unused of data. */
struct rex_log_record {
	__u64 sequence; /* 1, 2, 3, ...: a gap is what was lost */
	__u64 time; /* nanoseconds of CLOCK_MONOTONIC */
	__u32 line; /* in the source, 0 where it has no place */
	__u32 column;
	__u32 cpu;
	__s32 pid; /* of the thread that ran, in the initial pid namespace */
	char comm[16]; /* its name */
	__u8 level; /* enum rex_log_level */
	__u8 kind; /* enum rex_log_kind */
	__u16 size; /* bytes of data that are used */
	__u32 reserved; /* 0 */
	/* extension, program, file and format, each with its NUL, and the arguments. */
	char data[REX_LOG_DATA_MAX];
};

#endif
