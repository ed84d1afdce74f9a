// SPDX-License-Identifier: GPL-2.0-only
#pragma once
inline rex::u32 answer();
