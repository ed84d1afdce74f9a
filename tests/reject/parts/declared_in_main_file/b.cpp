// SPDX-License-Identifier: GPL-2.0-only
rex::u32 answer() { return 1; }
