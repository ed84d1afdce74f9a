// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// What a portable object may contain.
#pragma once

#include <string_view>

#include "elf_file.hpp"
#include "rex/error.hpp"
#include "rex/manifest.hpp"

namespace rex::internal {

/// The section that carries the manifest.
inline constexpr std::string_view kManifestSection = ".rex.manifest";
/// The one section for code: the kernel lets nobody probe what is in it.
inline constexpr std::string_view kTextSection = ".kprobes.text";

/// Checks an object against the contract and its manifest.  This is an allow-list: what no
/// rule names is refused.
/// Errors: kDamagedObject, naming section and symbol.
Result<void> verify(const ElfFile& elf, const Manifest& manifest, std::string_view place);

}  // namespace rex::internal
