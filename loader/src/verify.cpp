// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "verify.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "contract.hpp"
#include "failure.hpp"
#include "kernel_symbol.hpp"

namespace rex::internal {

namespace {

constexpr std::uint64_t kLargestSection = 16 << 20;  // bytes
constexpr std::uint64_t kLargestAlignment = 4096;

/// A section an object may have.  The kernel's module loader gives a meaning to many names
/// (__ex_table, .altinstructions, .init.text): that is why names are an allow-list.
struct AllowedSection {
  std::string_view name;
  std::uint32_t type;
  std::uint64_t flags;
};

constexpr std::uint64_t kConstant = SHF_ALLOC;
constexpr std::uint64_t kVariable = SHF_ALLOC | SHF_WRITE;
constexpr std::uint64_t kCode = SHF_ALLOC | SHF_EXECINSTR;
constexpr std::uint64_t kMergeable = SHF_ALLOC | SHF_MERGE;
constexpr std::uint64_t kStrings = SHF_ALLOC | SHF_MERGE | SHF_STRINGS;

constexpr AllowedSection kAllowedSections[] = {
    {kTextSection, SHT_PROGBITS, kCode},
    {".text", SHT_PROGBITS, kCode},  // which compilers always emit; must be empty
    {".data", SHT_PROGBITS, kVariable},
    {".bss", SHT_NOBITS, kVariable},
    {".rodata", SHT_PROGBITS, kConstant},
    {".rodata.cst4", SHT_PROGBITS, kMergeable},
    {".rodata.cst8", SHT_PROGBITS, kMergeable},
    {".rodata.cst16", SHT_PROGBITS, kMergeable},
    {".rodata.cst32", SHT_PROGBITS, kMergeable},
    {".rodata.str1.1", SHT_PROGBITS, kStrings},
    {".rodata.str1.8", SHT_PROGBITS, kStrings},
    {".rodata.str1.16", SHT_PROGBITS, kStrings},
    {".note.gnu.property", SHT_NOTE, kConstant},
    {".note.GNU-stack", SHT_PROGBITS, 0},
    {kManifestSection, SHT_PROGBITS, 0},
};

class Verifier {
 public:
  Verifier(const ElfFile& elf, const Manifest& manifest, std::string_view place)
      : elf_(elf), manifest_(manifest), place_(place) {}

  Result<void> verify() {
    for (const ElfSection& section : elf_.sections)
      if (auto result = check_section(section); !result) return result;
    for (const ElfSymbol& symbol : elf_.symbols)
      if (auto result = check_symbol(symbol); !result) return result;
    if (auto result = check_members(); !result) return result;
    for (const ElfSection& section : elf_.sections)
      for (const ElfRelocation& relocation : section.relocations)
        if (auto result = check_relocation(section, relocation); !result) return result;
    return {};
  }

 private:
  std::unexpected<Error> refused(std::string_view where, std::string_view cause) const {
    return failure(ErrorCode::kDamagedObject, place_, fmt::format("{}: {}", where, cause),
                   "only what rex build writes can be loaded: rebuild it");
  }

  Result<void> check_section(const ElfSection& section) {
    const std::string where = "section " + section.name;
    // Named first, because these are what an attack would use.
    if (section.is_writable() && section.is_executable())
      return refused(where, "is both writable and executable");
    if (section.flags & SHF_TLS) return refused(where, "holds thread-local variables");
    if (section.type == SHT_INIT_ARRAY || section.type == SHT_FINI_ARRAY ||
        section.type == SHT_PREINIT_ARRAY || section.name.starts_with(".ctors") ||
        section.name.starts_with(".init_array"))
      return refused(where, "runs code at load time");

    const auto* allowed =
        std::ranges::find(kAllowedSections, std::string_view(section.name), &AllowedSection::name);
    if (allowed == std::end(kAllowedSections)) return refused(where, "is not allowed");
    if (section.type != allowed->type || section.flags != allowed->flags)
      return refused(
          where, fmt::format("is of type {} with flags {:#x}, expected {} with {:#x}", section.type,
                             section.flags, allowed->type, allowed->flags));
    if (!(section.flags & SHF_MERGE) && section.entry_size != 0)
      return refused(where, "claims to be a table");
    if (!seen_sections_.insert(section.name).second) return refused(where, "is there twice");
    if (section.size > kLargestSection) return refused(where, "is larger than 16 MiB");
    if (section.alignment > kLargestAlignment) return refused(where, "has too large an alignment");
    if (section.is_executable() && section.name != kTextSection && section.size != 0)
      return refused(where, fmt::format("holds code, which belongs into {}", kTextSection));
    if (!section.relocations.empty() && !section.is_allocated())
      return refused(where, "has relocations");
    return {};
  }

  Result<void> check_symbol(const ElfSymbol& symbol) {
    if (&symbol == &elf_.symbols.front()) return {};  // ELF's null symbol
    const std::string where = elf_.describe(symbol);
    if (symbol.type == STT_TLS) return refused(where, "is thread-local");
    if (symbol.section == ElfSymbol::kCommon) return refused(where, "is a common symbol");
    if (symbol.section == ElfSymbol::kAbsolute && symbol.type != STT_FILE)
      return refused(where, "is an absolute address");
    if (symbol.type != STT_NOTYPE && symbol.type != STT_OBJECT && symbol.type != STT_FUNC &&
        symbol.type != STT_SECTION && symbol.type != STT_FILE)
      return refused(where, fmt::format("is of type {}", symbol.type));
    if (symbol.binding == STB_LOCAL) {
      if (!symbol.is_defined() && symbol.type != STT_FILE)
        return refused(where, "is local and undefined");
      return {};
    }
    if (symbol.binding != STB_GLOBAL) return refused(where, "is weak, or otherwise not global");
    if (!globals_.insert(symbol.name).second) return refused(where, "is there twice");
    if (!symbol.is_defined()) {
      if (KernelSymbol::is_one(symbol.name)) return check_kernel_symbol(symbol);
      if (!find_contract_symbol(symbol.name))
        return refused(where, "is undefined, and nothing an extension may use");
      return {};
    }
    if (!is_member(symbol.name))
      return refused(where, "is defined, but no program or map of the manifest");
    return {};
  }

  Result<void> check_kernel_symbol(const ElfSymbol& symbol) {
    auto question = KernelSymbol::parse(symbol.name);
    if (!question) return refused("undefined symbol", question.error().summary);
    return {};
  }

  bool is_member(std::string_view symbol) const {
    const auto matches = [&](const auto& member) {
      return manifest_.symbol_of(member.name) == symbol;
    };
    return symbol == kInitSymbol || symbol == kExitSymbol ||
           std::ranges::any_of(manifest_.programs, matches) ||
           std::ranges::any_of(manifest_.maps, matches) ||
           std::ranges::any_of(manifest_.globals, matches);
  }

  /// What the manifest lists is in the object, and is what it says.
  Result<void> check_members() {
    for (const std::string_view name : {kInitSymbol, kExitSymbol})
      if (auto result = check_code(std::string(name)); !result) return result;
    for (const Manifest::Program& program : manifest_.programs)
      if (auto result = check_code(manifest_.symbol_of(program.name)); !result) return result;
    for (const Manifest::Map& map : manifest_.maps)
      if (auto result = check_map(map); !result) return result;
    for (const Manifest::Global& global : manifest_.globals)
      if (auto result = check_global(global); !result) return result;
    return {};
  }

  Result<void> check_code(const std::string& name) {
    const ElfSymbol* symbol = elf_.find_global(name);
    if (!symbol || !symbol->is_defined() || symbol->type != STT_FUNC || symbol->size == 0 ||
        elf_.sections[static_cast<std::size_t>(symbol->section)].name != kTextSection)
      return refused("symbol " + name, fmt::format("is no function in {}", kTextSection));
    return {};
  }

  Result<void> check_global(const Manifest::Global& global) {
    const std::string name = manifest_.symbol_of(global.name);
    const ElfSymbol* symbol = elf_.find_global(name);
    if (!symbol || !symbol->is_defined() || symbol->type != STT_OBJECT ||
        symbol->size != global.size ||
        (global.kind == Manifest::Global::Kind::kAtomic && symbol->value % global.size != 0) ||
        (global.kind == Manifest::Global::Kind::kLocked &&
         symbol->value % alignof(rex_spin_lock) != 0))
      return refused("symbol " + name, "is no global of its size");
    const ElfSection& section = elf_.sections[static_cast<std::size_t>(symbol->section)];
    if ((section.name != ".data" && section.name != ".bss") || section.size < global.size ||
        symbol->value > section.size - global.size)
      return refused(elf_.describe(*symbol), "is a global outside .data and .bss");
    return {};
  }

  Result<void> check_map(const Manifest::Map& map) {
    const std::string name = manifest_.symbol_of(map.name);
    const ElfSymbol* symbol = elf_.find_global(name);
    if (!symbol || !symbol->is_defined() || symbol->type != STT_OBJECT ||
        symbol->size < sizeof(rex_map) || symbol->value % alignof(rex_map) != 0)
      return refused("symbol " + name, "is no map");
    const ElfSection& section = elf_.sections[static_cast<std::size_t>(symbol->section)];
    if (section.name != ".data") return refused(elf_.describe(*symbol), "is a map outside .data");

    rex_map body;
    std::memcpy(&body, section.data.data() + symbol->value, sizeof body);
    if (body.type != map.kernel_type || body.key_size != map.key_size ||
        body.value_size != map.value_size || body.max_entries != map.max_entries ||
        body.flags != map.flags)
      return refused(elf_.describe(*symbol), "is another map than the manifest describes");
    if (body.fd != -1 || body.kernel_map != 0 || body.elements != 0)
      return refused(elf_.describe(*symbol), "claims to be created already");
    // What follows the symbol's start must not be changed by a relocation.
    for (const ElfRelocation& relocation : section.relocations)
      if (relocation.offset + relocation_width(relocation.type) > symbol->value &&
          relocation.offset < symbol->value + sizeof body)
        return refused(elf_.describe(*symbol), "is a map with a relocation in it");
    return {};
  }

  Result<void> check_relocation(const ElfSection& section, const ElfRelocation& relocation) {
    const ElfSymbol& symbol = elf_.symbols[relocation.symbol];
    const std::string where =
        fmt::format("section {}, relocation at {:#x}", section.name, relocation.offset);

    const bool absolute = relocation.type == R_X86_64_32S || relocation.type == R_X86_64_32;
    const bool relative = relocation.type == R_X86_64_PC32 || relocation.type == R_X86_64_PLT32;
    const bool allowed = section.is_executable()
                             ? absolute || relative || relocation.type == R_X86_64_64
                             : relocation.type == R_X86_64_64;
    if (!allowed) return refused(where, fmt::format("is of type {}", relocation.type));
    if (relocation.symbol == 0 || symbol.type == STT_FILE) return refused(where, "names no symbol");

    if (symbol.is_defined()) {
      const ElfSection& target = elf_.sections[static_cast<std::size_t>(symbol.section)];
      if (!target.is_allocated() || target.type == SHT_NOTE)
        return refused(where, fmt::format("refers into section {}", target.name));
      // A branch or a call stays inside the text.  Data may be addressed from outside its
      // bounds: compilers form &array[i - 8] as (array - 8 * size) + i * size.
      if (target.is_executable() && relative) {
        const std::uint64_t place =
            symbol.value + static_cast<std::uint64_t>(relocation.addend) + 4;
        if (place >= target.size) return refused(where, "refers outside the text");
      }
      return {};
    }
    if (KernelSymbol::is_one(symbol.name))
      return check_kernel_use(section, relocation, symbol, where);
    return check_contract_use(section, relocation, *find_contract_symbol(symbol.name), where);
  }

  /// A number that the kernel's BTF gives: an operand, with an addend inside the field at most.
  Result<void> check_kernel_use(const ElfSection& section, const ElfRelocation& relocation,
                                const ElfSymbol& symbol, const std::string& where) {
    const auto question = KernelSymbol::parse(symbol.name);
    if (!section.is_executable() || relocation.type == R_X86_64_PC32 ||
        relocation.type == R_X86_64_PLT32)
      return refused(where, fmt::format("uses {} other than as a number", symbol.name));
    const bool is_offset = question && (question->kind == KernelSymbol::Kind::kOffset ||
                                        question->kind == KernelSymbol::Kind::kUnit);
    const auto size = static_cast<std::int64_t>(is_offset ? question->type.bytes() : 1);
    if (relocation.addend < 0 || relocation.addend >= std::max<std::int64_t>(size, 1))
      return refused(where, fmt::format("reaches beyond {}", symbol.name));
    return {};
  }

  /// A contract symbol is used only for what it is: a function is called, at its start.
  Result<void> check_contract_use(const ElfSection& section, const ElfRelocation& relocation,
                                  const ContractSymbol& symbol, const std::string& where) {
    if (!section.is_executable())
      return refused(where, fmt::format("stores the address of {}", symbol.name));
    const bool relative = relocation.type == R_X86_64_PC32 || relocation.type == R_X86_64_PLT32;
    switch (symbol.kind) {
      case SymbolKind::kFunction: {
        constexpr std::byte kCall{0xe8};
        constexpr std::byte kJump{0xe9};
        const std::byte opcode =
            relocation.offset == 0 ? std::byte{0} : section.data[relocation.offset - 1];
        const bool called = opcode == kJump || (opcode == kCall && symbol.name != kReturnThunk);
        if (!relative || relocation.addend != -4 || !called)
          return refused(where, fmt::format("uses {} other than by calling it", symbol.name));
        return {};
      }
      case SymbolKind::kPerCpu:
        // Relative to the end of the instruction: up to 4 bytes of an immediate follow.
        if (relative ? relocation.addend < -8 || relocation.addend > -4 : relocation.addend != 0)
          return refused(where, fmt::format("reaches beyond {}", symbol.name));
        return {};
      case SymbolKind::kImage:
      case SymbolKind::kModule: return {};
    }
    return refused(where, "is of an unknown kind");
  }

  const ElfFile& elf_;
  const Manifest& manifest_;
  std::string_view place_;
  std::set<std::string_view> seen_sections_;
  std::set<std::string_view> globals_;
};

}  // namespace

Result<void> verify(const ElfFile& elf, const Manifest& manifest, std::string_view place) {
  return Verifier(elf, manifest, place).verify();
}

}  // namespace rex::internal
