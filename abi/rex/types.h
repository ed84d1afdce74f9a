/* SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause */
/*
 * __u8 … __s64 as the kernel's UAPI has them, also where its headers are absent
 * (an extension is compiled with -nostdinc).
 */
#ifndef REX_ABI_TYPES_H
#define REX_ABI_TYPES_H

#ifdef REX_SDK
typedef unsigned char __u8;
typedef unsigned short __u16;
typedef unsigned int __u32;
typedef unsigned long long __u64;
typedef signed char __s8;
typedef short __s16;
typedef int __s32;
typedef long long __s64;
#else
#include <linux/types.h>
#endif

#endif
