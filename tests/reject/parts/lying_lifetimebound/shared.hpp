// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#ifdef LIE
#define KEEPS
#else
#define KEEPS [[clang::lifetimebound]]
#endif
#ifdef LIE
const rex::u32& larger(const rex::u32& a KEEPS, const rex::u32& b [[clang::lifetimebound]]);
#else
const rex::u32& larger(const rex::u32& a KEEPS, const rex::u32& b);
#endif
