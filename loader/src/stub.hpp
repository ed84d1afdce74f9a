// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Hooks to which the kernel attaches BPF programs only.  What is attached there is a stub: a BPF
// program of a few instructions that calls the runtime with a number, which stands for the
// program.  Links, pins, listings and test runs are the kernel's own.
#pragma once

#include <cstdint>
#include <string_view>

#include "control.hpp"
#include "kernel_types.hpp"
#include "link_state.hpp"
#include "rex/error.hpp"
#include "rex/manifest.hpp"

namespace rex::internal {

/// What is to be attached, and where errors say it comes from.
struct StubRequest {
  const Control& control;
  const KernelTypes& types;
  const Manifest::Program& program;
  std::uint32_t index;  // in the extension's image
  std::string_view target;
  std::string_view place;
};

bool is_stub_hook(rex_hook hook);

/// Whether the arguments that a program declares are those of its target.
/// Errors: kKernelUnsupported.
Result<void> check_stub(const Manifest::Program& program, std::string_view target,
                        std::string_view place);

/// Errors: kInvalidArgument (the target), kAttachRefused, kKernelUnsupported, kPanicked,
/// kNotPermitted.
Result<LinkState> attach_stub(const StubRequest& request);

}  // namespace rex::internal
