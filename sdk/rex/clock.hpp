// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// What time it is.
#pragma once

#include <rex/detail/abi.hpp>
#include <rex/types.hpp>

/// Clocks in nanoseconds, as clock_gettime() of user space has them.  All calls: any context, also
/// with interrupts off.  A clock may be read while the kernel sets it forward: then two readings
/// that follow each other closely may go back by less than a tick.  Minimum kernel: 6.1.
namespace rex::clock {

/// Since boot, without time suspended (CLOCK_MONOTONIC).
inline u64 monotonic() { return detail::rex_clock_monotonic(); }

/// Since boot, with time suspended (CLOCK_BOOTTIME).
inline u64 boot() { return detail::rex_clock_boot(); }

/// Since 1970 in UTC (CLOCK_REALTIME).  Goes back where somebody sets the clock.
inline u64 real() { return detail::rex_clock_real(); }

/// Since 1970 in atomic time, without leap seconds (CLOCK_TAI).
inline u64 tai() { return detail::rex_clock_tai(); }

/// monotonic() as of the last tick, 4 ms ago at most on Debian: cheaper, where that is enough. With
/// interrupts off it is monotonic() itself.
inline u64 coarse() { return detail::rex_clock_coarse(); }

/// Ticks of the kernel, CONFIG_HZ a second (250 on Debian): the cheapest clock.
inline u64 jiffies() { return detail::rex_clock_jiffies(); }

}  // namespace rex::clock
