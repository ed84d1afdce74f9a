// SPDX-License-Identifier: GPL-2.0-only
/*
 * Clocks that can be read in any context, also in NMIs.
 */
#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/timekeeping.h>

#include "rex.h"

__u64 rex_clock_monotonic(void)
{
	return ktime_get_mono_fast_ns();
}

__u64 rex_clock_boot(void)
{
	return ktime_get_boot_fast_ns();
}

__u64 rex_clock_real(void)
{
	return ktime_get_real_fast_ns();
}

__u64 rex_clock_tai(void)
{
	return ktime_get_tai_fast_ns();
}

/* As ktime_get_coarse_ns(), which waits for a writer that it may have interrupted: not here. */
__u64 rex_clock_coarse(void)
{
	return in_nmi() || irqs_disabled() ? ktime_get_mono_fast_ns() : ktime_get_coarse_ns();
}

/* On 64 bits one load. */
__u64 rex_clock_jiffies(void)
{
	return READ_ONCE(jiffies);
}
