/* SPDX-License-Identifier: GPL-2.0-only */
/* What run.py tells the harness about a translation unit, from the checker's description. */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

struct rex_map;

struct rex_oracle_program {
  const char* name;
  long long (*entry)(const void* context);
};

/* Ends the running program, as a panic. */
__attribute__((noreturn)) void rex_oracle_leave(void);

/* Each list ends with a null. */
extern const struct rex_oracle_program rex_oracle_programs[];
extern struct rex_map* const rex_oracle_queues[];
extern struct rex_map* const rex_oracle_arrays[];

#ifdef __cplusplus
}
#endif
