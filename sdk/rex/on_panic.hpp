// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// What a hook is told when its program panics.
#pragma once

#include <rex/types.hpp>

namespace rex {

/// A hook whose program declares what its hook is told by a run that panics, instead of the hook's
/// safe value.  The program is detached after it: a policy that must keep denying asks
/// `Extension::stats` whether its program is disabled.
///
///     rex::XdpAction filter(const rex::OnPanic<rex::Xdp, rex::XdpAction::drop>& packet);
///
/// @tparam Hook   the hook, with its target
/// @tparam Value  one of the hook's return values
template <class Hook, typename Hook::result_type Value>
class [[clang::annotate("rex::panic_value", static_cast<i64>(Value))]] OnPanic : public Hook {};

}  // namespace rex
