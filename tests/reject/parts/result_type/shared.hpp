// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#ifdef WIDE
rex::Array<rex::u64, 32> make();
#else
rex::u32 make();
#endif
