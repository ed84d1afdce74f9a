// SPDX-License-Identifier: GPL-2.0-only
#pragma once
#ifndef SMALL
extern rex::Queue<rex::u64, 16> numbers;
#else
extern rex::Queue<rex::u8, 16> numbers;
#endif
