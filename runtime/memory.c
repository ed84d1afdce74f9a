// SPDX-License-Identifier: GPL-2.0-only
/*
 * Memory that may not be there.  Faults are errors; nothing sleeps to bring a page in.
 */
#include <linux/uaccess.h>

#include "rex.h"

int rex_read_kernel(void *to, __u64 address, __u64 size)
{
	return copy_from_kernel_nofault(to, (const void *)address, size) ? -EFAULT : 0;
}

int rex_read_user(void *to, __u64 address, __u64 size)
{
	return copy_from_user_nofault(to, (const void __user *)address, size) ? -EFAULT : 0;
}

/* The helpers zero the rest, and return the length with the NUL. */
int rex_read_kernel_text(void *to, __u64 size, __u64 address)
{
	return (int)rex_kernel.probe_read_kernel_str((u64)to, size, address, 0, 0);
}

int rex_read_user_text(void *to, __u64 size, __u64 address)
{
	return (int)rex_kernel.probe_read_user_str((u64)to, size, address, 0, 0);
}
