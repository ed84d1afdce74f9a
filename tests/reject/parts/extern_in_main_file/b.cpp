// SPDX-License-Identifier: GPL-2.0-only
rex::Queue<rex::u64, 16> numbers;
