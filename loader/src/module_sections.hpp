// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// The sections that make a relocatable a kernel module.
#pragma once

#include <string>
#include <string_view>

#include "elf_file.hpp"
#include "linker.hpp"
#include "rex/error.hpp"
#include "rex/manifest.hpp"
#include "runtime_template.hpp"

namespace rex::internal {

/// The kernel's word for a licence given in SPDX: "GPL v2".
/// Errors: kInvalidArgument: not compatible with the GPL-only symbols of the runtime.
Result<std::string> module_license(std::string_view spdx, std::string_view place);

/// .modinfo: what modinfo(8) prints, and the version magic the kernel compares.
ElfSection make_modinfo(const RuntimeTemplate& runtime, std::string_view module_name,
                        std::string_view license);

/// .gnu.linkonce.this_module: struct module; defines __this_module.
/// `elf` must define init_module and cleanup_module.
void add_this_module(ElfFile& elf, const RuntimeTemplate& runtime, std::string_view module_name);

/// .data.rex: struct rex_extension_image and its arrays; defines rex_extension.
void add_image(ElfFile& elf, const Manifest& manifest, const LinkTarget& target);

/// __versions: the checksum of each symbol that is still undefined.
/// Errors: kRuntimeMissing: rex.ko neither exports nor imports it.
Result<void> add_versions(ElfFile& elf, const RuntimeTemplate& runtime);

/// .return_sites: where the text jumps to the return thunk, for the kernel to patch.
void add_return_sites(ElfFile& elf);

}  // namespace rex::internal
