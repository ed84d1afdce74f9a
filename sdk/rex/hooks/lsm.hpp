// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Programs that decide, with the other security modules, what is allowed.
#pragma once

#include <rex/detail/arguments.hpp>
#include <rex/fixed_string.hpp>
#include <rex/types.hpp>

namespace rex {

/// What a security hook answers.  Any other value from -4095 to -1 is a negated error too.
enum class LsmAction : i32 {
  allow = 0,               ///< as far as this program is concerned
  not_permitted = -1,      ///< EPERM
  no_such_file = -2,       ///< ENOENT
  access_denied = -13,     ///< EACCES
  read_only_system = -30,  ///< EROFS
};

/// A program with this parameter runs each time the kernel asks its security modules.
///
///     rex::LsmAction no_opening(const rex::Lsm<"file_open">&) {
///       return rex::LsmAction::access_denied;
///     }
///
/// Hook names are those of the kernel's <linux/lsm_hook_defs.h>.  The arguments are typed as for
/// Fentry.  One program that denies is enough; it can forbid, but not permit what another forbids.
/// The kernel must run with `bpf` in its list of security modules: /sys/kernel/security/lsm.
/// Context: preemption off, interrupts on, the asking process.  On panic: allow.
/// Minimum kernel: 6.1.
/// @tparam Hook   the hook's name; empty where the loader gives it
/// @tparam Types  types of its arguments, in order; later ones may be left out
template <FixedString Hook = "", class... Types>
class [[clang::annotate("rex::hook", "lsm"), clang::annotate("rex::panic_value", 0)]] Lsm
    : public detail::Arguments<Types...> {
 public:
  using result_type = LsmAction;
};

}  // namespace rex
