// SPDX-License-Identifier: GPL-2.0-only
/*
 * The runtime's half of the contract (abi/rex/functions.h): what extensions may use.
 */
#include <linux/export.h>
#include <linux/string.h>
#include <asm/nospec-branch.h>

#include "rex.h"

#define REX_ABI_FUNCTION(result, name, parameters) EXPORT_SYMBOL_GPL(name);
#define REX_ABI_NORETURN(name, parameters) EXPORT_SYMBOL_GPL(name);
#define REX_ABI_PERCPU(type, name) EXPORT_PER_CPU_SYMBOL_GPL(name);
#include <rex/functions.h>

EXPORT_SYMBOL_GPL(rex_extension_init);
EXPORT_SYMBOL_GPL(rex_extension_exit);

/*
 * Extensions are linked on machines without the kernel's symbol versions.  The loader
 * takes those of the kernel's own symbols from this module, which has them for what it
 * imports: hence it imports them all.
 */
#define REX_ABI_KERNEL(name) extern char rex_import_##name[] __asm__(#name);
#include <rex/functions.h>

#define REX_ABI_KERNEL(name) rex_import_##name,
static const char *const rex_kernel_symbols[] __used = {
#include <rex/functions.h>
};
