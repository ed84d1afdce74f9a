// SPDX-License-Identifier: GPL-2.0-only
#pragma once
extern const rex::u64 limit;
