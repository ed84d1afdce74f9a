// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "elf_file.hpp"

#include <algorithm>
#include <utility>

namespace rex::internal {

const ElfSection* ElfFile::find_section(std::string_view name) const {
  const auto it = std::ranges::find(sections, name, &ElfSection::name);
  return it == sections.end() ? nullptr : &*it;
}

ElfSection* ElfFile::find_section(std::string_view name) {
  return const_cast<ElfSection*>(std::as_const(*this).find_section(name));
}

const ElfSymbol* ElfFile::find_global(std::string_view name) const {
  const auto it = std::ranges::find_if(symbols, [&](const ElfSymbol& symbol) {
    return symbol.binding != STB_LOCAL && symbol.name == name;
  });
  return it == symbols.end() ? nullptr : &*it;
}

std::string ElfFile::describe(const ElfSymbol& symbol) const {
  std::string text;
  if (symbol.is_defined())
    text = "section " + sections[static_cast<std::size_t>(symbol.section)].name;
  if (!symbol.name.empty()) {
    if (!text.empty()) text += ", ";
    text += "symbol " + symbol.name;
  }
  return text;
}

std::uint64_t relocation_width(std::uint32_t type) {
  switch (type) {
    case R_X86_64_64:
    case R_X86_64_PC64: return 8;
    case R_X86_64_32:
    case R_X86_64_32S:
    case R_X86_64_PC32:
    case R_X86_64_PLT32: return 4;
    default: return 0;
  }
}

}  // namespace rex::internal
