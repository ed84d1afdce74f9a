// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Integer types of a known size.
#pragma once

namespace rex {

using i8 = signed char;
using i16 = short;
using i32 = int;
using i64 = long long;
using u8 = unsigned char;
using u16 = unsigned short;
using u32 = unsigned int;
using u64 = unsigned long long;
using usize = decltype(sizeof 0);

}  // namespace rex
