// SPDX-License-Identifier: GPL-2.0-only
#pragma once
rex::u64 power(rex::u64 base, rex::u64 exponent, rex::u64 modulus);
rex::u64 gcd(rex::u64 a, rex::u64 b);
inline constexpr rex::u64 kPrime = 1'000'003;
