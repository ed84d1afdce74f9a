// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// One function a hook: what its stub looks like, and how it is attached.
#pragma once

#include "stub.hpp"

namespace rex::internal {

/// Target: "eth0", "eth0:native", "eth0:generic".
Result<LinkState> attach_xdp(const StubRequest& request);

/// Target: "eth0", "eth0:ingress", "eth0:egress".
Result<LinkState> attach_tc(const StubRequest& request);

/// Target: a folder of cgroup2, alone or with ":ingress" or ":egress".
Result<LinkState> attach_cgroup_skb(const StubRequest& request);

/// Target: "file_open".
Result<LinkState> attach_lsm(const StubRequest& request);

/// Target: a function.
Result<LinkState> attach_fexit(const StubRequest& request);

}  // namespace rex::internal
