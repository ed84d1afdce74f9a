// SPDX-License-Identifier: GPL-2.0-only
/*
 * Random numbers: those of the BPF helper, of a generator for each CPU that needs no lock.
 */
#include "rex.h"

__u32 rex_random(void)
{
	return (u32)rex_kernel.user_rnd_u32(0, 0, 0, 0, 0);
}
