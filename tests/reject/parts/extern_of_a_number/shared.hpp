// SPDX-License-Identifier: GPL-2.0-only
#pragma once
extern rex::u64 counter;
