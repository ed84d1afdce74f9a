// SPDX-License-Identifier: GPL-2.0-only
namespace right {
rex::Queue<rex::u32, 16> numbers;
}
