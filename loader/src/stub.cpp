// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "stub.hpp"

#include <algorithm>

#include "stub_hooks.hpp"

namespace rex::internal {

namespace {

struct StubHook {
  rex_hook hook;
  Result<LinkState> (*attach)(const StubRequest& request);
};

constexpr StubHook kStubHooks[] = {{REX_HOOK_XDP, attach_xdp},
                                   {REX_HOOK_TC, attach_tc},
                                   {REX_HOOK_LSM, attach_lsm},
                                   {REX_HOOK_FEXIT, attach_fexit},
                                   {REX_HOOK_CGROUP_SKB, attach_cgroup_skb}};

const StubHook* find(rex_hook hook) {
  const auto* found = std::ranges::find(kStubHooks, hook, &StubHook::hook);
  return found == std::end(kStubHooks) ? nullptr : found;
}

}  // namespace

bool is_stub_hook(rex_hook hook) { return find(hook) != nullptr; }

Result<LinkState> attach_stub(const StubRequest& request) {
  return find(request.program.hook)->attach(request);
}

}  // namespace rex::internal
