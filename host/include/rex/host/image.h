/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What an extension that was built for user space says about itself.  `rex test` writes one such
 * description beside the extension's code, as the loader writes rex_extension_image for the kernel.
 */
#ifndef REX_HOST_IMAGE_H
#define REX_HOST_IMAGE_H

#include <rex/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A field of a tracepoint's record, as a program declares it. */
struct rex_host_field {
  const char* name;
  __u32 size; /* bytes; of a text, the longest */
  __u32 is_text;
};

struct rex_host_program {
  const char* name;
  const char* hook;   /* as in the manifest: "kprobe" */
  const char* target; /* what it attaches to, "" where the hook has none */
  __s64 (*entry)(void* context);
  const struct rex_host_field* fields; /* of a tracepoint's program */
  __u64 field_count;
};

struct rex_host_map {
  const char* name;
  struct rex_map* map;
};

/* A global variable that programs may change: an atomic, a parameter. */
struct rex_host_global {
  const char* name;
  void* address;
  __u64 size; /* bytes */
};

struct rex_host_extension {
  const char* name;
  const struct rex_host_program* programs;
  const struct rex_host_map* maps;
  const struct rex_host_global* globals;
  __u32 abi_version; /* REX_ABI_VERSION */
  __u32 program_count;
  __u32 map_count;
  __u32 global_count;
  struct rex_host_extension* next; /* of the host's list */
};

/* Called before main().  Ends the process where the ABI version is not the host's. */
void rex_host_register(struct rex_host_extension* extension);

#ifdef __cplusplus
}
#endif

#endif
