// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that run at the entry of a function, with typed arguments.
#pragma once

#include <rex/detail/arguments.hpp>
#include <rex/fixed_string.hpp>

namespace rex {

/// A program with this parameter runs each time a function of the kernel is called, cheaper than
/// by Kprobe, and with the function's arguments typed as for RawTracepoint.
///
///     rex::Result on_write(const rex::Fentry<"vfs_write", rex::u64, rex::u64, rex::u64>& call);
///
/// Functions that ftrace can trace; up to six arguments, passed in registers.  Any number of
/// programs a function, also beside eBPF's and other tools', whoever is attached first.
///
/// "vfs_write:direct" is cheaper still: the function calls the runtime directly.  There is one
/// direct call a function, and while it is ours, no eBPF program of fentry, fexit or LSM can be
/// attached to the function; where another has it already, `:direct` has no effect.  32 at a time.
///
/// Context: preemption off.  What it returns is ignored.  Minimum kernel: 6.1.
/// @tparam Function  the function's name, and `:direct` if wanted
/// @tparam Types     types of its arguments, in order; later ones may be left out
template <FixedString Function, class... Types>
  requires(sizeof...(Types) <= 6)
class [[clang::annotate("rex::hook", "fentry")]] Fentry : public detail::Arguments<Types...> {};

}  // namespace rex
