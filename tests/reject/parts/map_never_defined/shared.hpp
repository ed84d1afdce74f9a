// SPDX-License-Identifier: GPL-2.0-only
#pragma once
extern rex::Queue<rex::u64, 16> numbers;
