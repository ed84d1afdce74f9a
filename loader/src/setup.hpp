// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Tells a freshly loaded runtime what only user space can find out.
#pragma once

#include "control.hpp"
#include "kernel_types.hpp"
#include "rex/error.hpp"

namespace rex::internal {

/// REX_IOC_SETUP, unless the runtime is ready already.
/// Errors: kKernelUnsupported, kNotPermitted.
Result<void> set_up_runtime(const Control& control, const KernelTypes& types);

}  // namespace rex::internal
