// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// How each hook is attached: from its target's text and the kernel's types to REX_IOC_ATTACH.
#pragma once

#include <string_view>
#include <vector>

#include "file_descriptor.hpp"
#include "kernel_types.hpp"
#include "rex/control.h"
#include "rex/error.hpp"
#include "rex/manifest.hpp"

namespace rex::internal {

/// The argument of REX_IOC_ATTACH, and what it refers to.
struct Attachment {
  rex_attach how{};
  FileDescriptor file;                  // of a uprobe
  std::vector<rex_trace_field> fields;  // of a tracepoint
};

/// What the runtime needs to attach a program to a target.  The types that the program declares for
/// its arguments are compared with those of the running kernel.
/// Errors: kInvalidArgument (the target's text), kKernelUnsupported (no such target, or its
/// arguments have other types), kAttachRefused (the hook attaches to nothing).
Result<Attachment> describe_attachment(const Manifest::Program& program, std::string_view target,
                                       std::string_view place);

/// Why the runtime refused it, from the errno of REX_IOC_ATTACH.
/// @param details  what the kernel logged meanwhile
std::unexpected<Error> attach_failure(const Manifest::Program& program, std::string_view target,
                                      std::string_view place, int number, std::string details);

/// Whether the types that a program declares for its arguments are those that this kernel passes.
/// Errors: kKernelUnsupported.
Result<void> compare_arguments(const Manifest::Program& program, std::string_view target,
                               const std::vector<KernelArgument>& actual, std::string_view place);

}  // namespace rex::internal
