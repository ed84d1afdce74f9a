// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// A relocatable ELF file in memory, apart from how the file lays it out.
//
// The tables that only serve the layout (symbols, strings, relocations, section names) are
// not sections here: relocations belong to the section they apply to, names are strings.
#pragma once

#include <elf.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rex/error.hpp"

namespace rex::internal {

struct ElfRelocation {
  std::uint64_t offset = 0;  // bytes from the start of the section it changes
  std::uint32_t type = R_X86_64_NONE;
  std::uint32_t symbol = 0;  // index in ElfFile::symbols
  std::int64_t addend = 0;
};

struct ElfSection {
  std::string name;
  std::uint32_t type = SHT_PROGBITS;
  std::uint64_t flags = 0;
  std::uint64_t alignment = 1;
  std::uint64_t entry_size = 0;
  std::uint64_t size = 0;       // bytes in memory; equals data.size() unless SHT_NOBITS
  std::vector<std::byte> data;  // empty if SHT_NOBITS
  std::vector<ElfRelocation> relocations;

  bool is_executable() const { return flags & SHF_EXECINSTR; }
  bool is_writable() const { return flags & SHF_WRITE; }
  bool is_allocated() const { return flags & SHF_ALLOC; }
};

struct ElfSymbol {
  // Where a symbol is that is in no section.
  static constexpr std::int32_t kUndefined = -1;
  static constexpr std::int32_t kAbsolute = -2;
  static constexpr std::int32_t kCommon = -3;

  std::string name;
  std::uint8_t binding = STB_LOCAL;
  std::uint8_t type = STT_NOTYPE;
  std::uint8_t visibility = STV_DEFAULT;
  std::int32_t section = kUndefined;  // index in ElfFile::sections, or one of the above
  std::uint64_t value = 0;            // bytes from the start of the section
  std::uint64_t size = 0;

  bool is_defined() const { return section >= 0; }
};

struct ElfFile {
  std::vector<ElfSection> sections;
  std::vector<ElfSymbol> symbols;  // the first is ELF's null symbol

  const ElfSection* find_section(std::string_view name) const;
  ElfSection* find_section(std::string_view name);

  /// The first global symbol of that name.
  const ElfSymbol* find_global(std::string_view name) const;

  /// The place of a symbol of this file: "section .data, symbol x".
  std::string describe(const ElfSymbol& symbol) const;
};

/// Reads an ELF64 x86-64 relocatable.  Checks the form, not the meaning: every index in the
/// result is in range, every relocation lies within its section, sections do not overlap.
/// Errors: kDamagedObject.
Result<ElfFile> read_elf(std::vector<std::byte> image, std::string_view place);

/// Writes it to an empty file, open for reading and writing.  The same ElfFile gives the same
/// bytes.
/// Errors: kIo.
Result<void> write_elf(const ElfFile& elf, int fd, std::string_view place);

/// The number of bytes that a relocation of this type changes; 0 for an unknown type.
std::uint64_t relocation_width(std::uint32_t type);

}  // namespace rex::internal
