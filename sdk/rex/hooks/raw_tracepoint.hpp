// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run at a tracepoint of the kernel.
#pragma once

#include <rex/detail/arguments.hpp>
#include <rex/fixed_string.hpp>

namespace rex {

/// A program with this parameter runs at a tracepoint, with the arguments that the kernel passes.
///
///     using Switch = rex::RawTracepoint<"sched_switch", bool, rex::Task, rex::Task>;
///     rex::Result on_switch(const Switch& event) {
///       if (auto next = event.argument<2>()) …
///
/// The types say how each argument is read.  Integers and bool have the size of the kernel's own
/// argument, rex::u64 also reads a pointer as a number, rex::Task a `struct task_struct *`.  Later
/// arguments may be left out.  A declaration that does not fit the running kernel is refused when
/// the program is attached, with the argument at fault and the declaration that would fit.
///
/// Context: preemption off; interrupts as the kernel has them there (off in sched_switch).  What it
/// returns is ignored.  Minimum kernel: 6.1.
/// @tparam Name   the tracepoint's name without its system: "sched_switch"
/// @tparam Types  types of its arguments, in order
template <FixedString Name, class... Types>
class [[clang::annotate("rex::hook", "raw_tracepoint")]] RawTracepoint
    : public detail::Arguments<Types...> {};

}  // namespace rex
