// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Makes a kernel module of a portable object.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "elf_file.hpp"
#include "kernel_types.hpp"
#include "rex/error.hpp"
#include "rex/object.hpp"
#include "rex/options.hpp"
#include "runtime_template.hpp"

namespace rex::internal {

/// What a module is made for, apart from its kernel.
struct LinkTarget {
  std::string module_name;   // at most 55 characters, of no other loaded module
  int control_fd = -1;       // of /dev/rex: the extension's owner
  std::vector<int> map_fds;  // in the manifest's order
  LoadOptions options;
};

/// Links an object for one kernel: fixes field offsets, writes the maps' descriptors into
/// their bodies, and adds what makes a relocatable a module.  Addresses are left to the
/// kernel's own module loader.  Needs no privilege and changes nothing.
/// Errors: kKernelUnsupported (a field is missing), kRuntimeMissing (rex.ko lacks a symbol),
/// kInvalidArgument (a licence the runtime may not be used under, an option for no program).
Result<ElfFile> link_module(const Object& object, const RuntimeTemplate& runtime,
                            const KernelTypes& types, const LinkTarget& target);

}  // namespace rex::internal
