// SPDX-License-Identifier: GPL-2.0-only
// A small portable object that is right in every respect, for tests to damage.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "elf_file.hpp"
#include "rex/object.hpp"

namespace rex::test {

/// Its manifest: extension "sample", program "count" on write_null, program "first" run once,
/// queue "pids".
std::string sample_manifest();

/// Its parts: text with a call, a field, a per-CPU variable and returns; a map; the manifest.
internal::ElfFile sample_object();

/// What a file with this content holds.
std::vector<std::byte> bytes_of(const internal::ElfFile& elf);

/// The index of a global symbol, which must exist.
std::uint32_t index_of(const internal::ElfFile& elf, std::string_view symbol);

/// Opens it as a user's file would be, under the name "sample.rex".
Result<Object> open_object(const internal::ElfFile& elf);

/// The summary of a failed result; a complaint if it did not fail.
template <class T>
std::string summary_of(const Result<T>& result) {
  return result ? "(no error)" : result.error().summary;
}

}  // namespace rex::test
