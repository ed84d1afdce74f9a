// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// One function a hook: what its stub looks like, and how it is attached.
#pragma once

#include "stub.hpp"

namespace rex::internal {

/// Target: "eth0", "eth0:native", "eth0:generic".
Result<LinkState> attach_xdp(const StubRequest& request);

}  // namespace rex::internal
