// SPDX-License-Identifier: GPL-2.0-only
// What runs a program: system calls that pass by its hook, and the kernel's own test runs.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace rex::bench {

enum class Event {
  kWriteNull,  ///< write() to /dev/null: the function write_null
  kRename,     ///< prctl(PR_SET_NAME): the tracepoint task_rename
  kGetPgid,    ///< getpgid(1): the security hook task_getpgid
  kCall,       ///< a call of rex_bench_probed() in this program
  kDatagram,   ///< a datagram over the loopback interface, sent and received
  kTimer,      ///< a period of a timer
  kCpuClock,   ///< a period of the software counter cpu-clock
  kTestRun,    ///< BPF_PROG_TEST_RUN with a packet of 64 bytes
  kOnce,       ///< run on request
};

/// Periods in nanoseconds; programs/empty.cpp says the same.
inline constexpr std::uint64_t kCpuClockPeriod = 50'000;
inline constexpr std::uint64_t kTimerPeriod = 100'000;

/// A program that is ready to run.  Destruction detaches it.
struct Probe {
  std::shared_ptr<void> attachment = {};
  int program = -1;  ///< Event::kTestRun: the BPF program, open as long as the attachment
  std::function<void()> run = {};  ///< Event::kOnce
};

/// The time of one event, in nanoseconds, which are instructions under -icount; an average over
/// about `count` of them.
double time_of(Event event, const Probe& probe, std::uint32_t count);

/// Waits until the kernel has done what it does later of attaching and detaching: it frees
/// trampolines after grace periods, and optimises probes.  An idle guest's clock runs ahead.
void settle();

/// Whether the event happens without a program too, so that its own time can be taken off.  Else
/// the figure has the kernel's loop around a test run in it, or the interrupt that ends a period.
bool happens_alone(Event event);

/// A counter of Event::kCpuClock on CPU 0; a descriptor.
int open_cpu_clock();

}  // namespace rex::bench
