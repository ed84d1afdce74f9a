/* SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause */
/*
 * The loader library for C: load an extension, attach its programs, use its maps.
 *
 * Types are opaque.  Structures that callers fill carry their size, so that a program built
 * for an older version works with a newer library.  A function that can fail returns 0, or a
 * value that is not negative, on success and -1 on failure; it then gives a description if
 * `error` is not NULL, which the caller frees.  An extension and its links are not for use by two
 * threads at once; different extensions are independent.
 */
#ifndef REX_LOADER_H
#define REX_LOADER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define REX_API __attribute__((visibility("default")))

struct rex_extension;
struct rex_link;
struct rex_error;

enum rex_error_code {
  REX_ERROR_INVALID_ARGUMENT = 1,
  REX_ERROR_IO,
  REX_ERROR_DAMAGED_OBJECT,
  REX_ERROR_ABI_MISMATCH,
  REX_ERROR_NOT_PERMITTED,
  REX_ERROR_RUNTIME_MISSING,
  REX_ERROR_KERNEL_UNSUPPORTED,
  REX_ERROR_MAP_CREATION_FAILED,
  REX_ERROR_MODULE_REFUSED,
  REX_ERROR_ATTACH_REFUSED,
  REX_ERROR_PANICKED,
  REX_ERROR_BUSY,
};

REX_API enum rex_error_code rex_error_code(const struct rex_error* error);
/* One line: place, cause, remedy.  Lives as long as the error. */
REX_API const char* rex_error_summary(const struct rex_error* error);
/* A log of several lines, or "". */
REX_API const char* rex_error_details(const struct rex_error* error);
REX_API void rex_error_free(struct rex_error* error);

struct rex_program_options {
  const char* program;
  uint64_t budget; /* nanoseconds, 0 for the runtime's default */
  /* What the hook is told by a run that panics; NULL for what the source declares. */
  const int64_t* panic_value;
};

struct rex_load_options {
  size_t size; /* sizeof(struct rex_load_options) */
  const struct rex_program_options* programs;
  size_t program_count;
};

/*
 * Verifies an object, creates its maps, links it for the running kernel and loads it.  A path
 * without a folder is looked for beside the running program, then in the current folder.
 * `options` may be NULL.
 */
REX_API int rex_extension_load(const char* path, const struct rex_load_options* options,
                               struct rex_extension** extension, struct rex_error** error);

/* Detaches its programs, unloads it and closes its maps.  NULL is allowed. */
REX_API void rex_extension_close(struct rex_extension* extension);

/*
 * Attaches a program to a target: "write_null", "write_null+0x10"; NULL for the one its source
 * names.
 */
REX_API int rex_extension_attach(struct rex_extension* extension, const char* program,
                                 const char* target, struct rex_link** link,
                                 struct rex_error** error);

/* Detaches.  NULL is allowed. */
REX_API void rex_link_close(struct rex_link* link);

/* The descriptor of a map, owned by the extension; use it with libbpf. */
REX_API int rex_extension_map_fd(const struct rex_extension* extension, const char* map,
                                 struct rex_error** error);

/* Runs a program with the hook "once" here and now. */
REX_API int rex_extension_run(struct rex_extension* extension, const char* program, int64_t* value,
                              struct rex_error** error);

struct rex_program_stats {
  size_t size;     /* sizeof(struct rex_program_stats), given by the caller */
  uint64_t runs;   /* invocations, finished or panicked */
  uint64_t missed; /* events skipped because of re-entrancy */
  uint64_t panics;
  uint64_t disabled; /* 1 after a panic */
};

REX_API int rex_extension_stats(const struct rex_extension* extension, const char* program,
                                struct rex_program_stats* stats, struct rex_error** error);

#ifdef __cplusplus
}
#endif

#endif
