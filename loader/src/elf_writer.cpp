// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include <fmt/core.h>
#include <gelf.h>
#include <libelf.h>

#include <memory>
#include <unordered_map>

#include "elf_file.hpp"
#include "failure.hpp"

namespace rex::internal {

namespace {

struct ElfCloser {
  void operator()(Elf* elf) const { elf_end(elf); }
};

/// A string table, each string once.
class StringTable {
 public:
  std::uint32_t add(const std::string& text) {
    if (text.empty()) return 0;
    const auto [it, is_new] = offsets_.try_emplace(text, static_cast<std::uint32_t>(size()));
    if (is_new) bytes_.append(text).push_back('\0');
    return it->second;
  }
  char* data() { return bytes_.data(); }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::string bytes_ = std::string(1, '\0');
  std::unordered_map<std::string, std::uint32_t> offsets_;
};

/// Lays the file out as: sections, their relocations, symbols, symbol names, section names.
class ElfWriter {
 public:
  ElfWriter(const ElfFile& file, std::string_view place) : file_(file), place_(place) {}

  Result<void> write(int fd) {
    if (elf_version(EV_CURRENT) == EV_NONE) return failed();
    elf_.reset(elf_begin(fd, ELF_C_WRITE, nullptr));
    if (!elf_ || !gelf_newehdr(elf_.get(), ELFCLASS64)) return failed();

    order_symbols();
    const std::size_t sections = file_.sections.size();
    std::size_t relocated = 0;
    for (const ElfSection& section : file_.sections) relocated += !section.relocations.empty();
    const std::size_t symbol_table = 1 + sections + relocated;

    bool good = true;
    for (const ElfSection& section : file_.sections) good = good && add_section(section);
    for (std::size_t index = 0; index < sections; ++index)
      if (!file_.sections[index].relocations.empty())
        good = good && add_relocations(file_.sections[index], index + 1, symbol_table);
    good = good && add_symbols(symbol_table + 1);
    good = good && add_strings(".strtab", symbol_names_);
    good = good && add_section_names(symbol_table + 2);
    if (!good || elf_update(elf_.get(), ELF_C_WRITE) < 0) return failed();
    return {};
  }

 private:
  std::unexpected<Error> failed() const {
    return failure(ErrorCode::kIo, place_, fmt::format("cannot be written: {}", elf_errmsg(-1)));
  }

  /// ELF wants local symbols before global ones.
  void order_symbols() {
    new_index_.assign(file_.symbols.size(), 0);
    ordered_.push_back(0);
    for (const bool local : {true, false}) {
      for (std::uint32_t index = 1; index < file_.symbols.size(); ++index) {
        if ((file_.symbols[index].binding == STB_LOCAL) != local) continue;
        new_index_[index] = static_cast<std::uint32_t>(ordered_.size());
        ordered_.push_back(index);
      }
      if (local) first_global_ = static_cast<std::uint32_t>(ordered_.size());
    }
  }

  bool add(const GElf_Shdr& wanted, Elf_Type type, void* bytes, std::size_t size) {
    Elf_Scn* section = elf_newscn(elf_.get());
    Elf_Data* data = section ? elf_newdata(section) : nullptr;
    GElf_Shdr header;
    if (!data || !gelf_getshdr(section, &header)) return false;
    header.sh_name = wanted.sh_name;
    header.sh_type = wanted.sh_type;
    header.sh_flags = wanted.sh_flags;
    header.sh_link = wanted.sh_link;
    header.sh_info = wanted.sh_info;
    header.sh_entsize = wanted.sh_entsize;
    data->d_buf = bytes;
    data->d_size = size;
    data->d_align = wanted.sh_addralign;
    data->d_type = type;
    data->d_version = EV_CURRENT;
    return gelf_update_shdr(section, &header) != 0;
  }

  bool add_section(const ElfSection& section) {
    GElf_Shdr header{};
    header.sh_name = section_names_.add(section.name);
    header.sh_type = section.type;
    header.sh_flags = section.flags;
    header.sh_addralign = section.alignment;
    header.sh_entsize = section.entry_size;
    // libelf does not write to what it is given for ELF_T_BYTE.
    void* bytes = section.data.empty() ? nullptr : const_cast<std::byte*>(section.data.data());
    return add(header, ELF_T_BYTE, bytes, section.size);
  }

  bool add_relocations(const ElfSection& section, std::size_t applies_to, std::size_t symbols) {
    auto& table = relocations_.emplace_back(std::make_unique<std::vector<Elf64_Rela>>());
    for (const ElfRelocation& relocation : section.relocations)
      table->push_back({relocation.offset,
                        ELF64_R_INFO(std::uint64_t{new_index_[relocation.symbol]},
                                     std::uint64_t{relocation.type}),
                        relocation.addend});
    GElf_Shdr header{};
    header.sh_name = section_names_.add(".rela" + section.name);
    header.sh_type = SHT_RELA;
    header.sh_flags = SHF_INFO_LINK;
    header.sh_link = static_cast<std::uint32_t>(symbols);
    header.sh_info = static_cast<std::uint32_t>(applies_to);
    header.sh_entsize = sizeof(Elf64_Rela);
    header.sh_addralign = alignof(Elf64_Rela);
    return add(header, ELF_T_RELA, table->data(), table->size() * sizeof(Elf64_Rela));
  }

  bool add_symbols(std::size_t names) {
    for (const std::uint32_t index : ordered_) {
      const ElfSymbol& symbol = file_.symbols[index];
      Elf64_Sym& entry = symbols_.emplace_back();
      entry.st_name = symbol_names_.add(symbol.name);
      entry.st_info = ELF64_ST_INFO(symbol.binding, symbol.type);
      entry.st_other = symbol.visibility;
      entry.st_value = symbol.value;
      entry.st_size = symbol.size;
      switch (symbol.section) {
        case ElfSymbol::kUndefined: entry.st_shndx = SHN_UNDEF; break;
        case ElfSymbol::kAbsolute: entry.st_shndx = SHN_ABS; break;
        case ElfSymbol::kCommon: entry.st_shndx = SHN_COMMON; break;
        default: entry.st_shndx = static_cast<std::uint16_t>(symbol.section + 1);
      }
    }
    GElf_Shdr header{};
    header.sh_name = section_names_.add(".symtab");
    header.sh_type = SHT_SYMTAB;
    header.sh_link = static_cast<std::uint32_t>(names);
    header.sh_info = first_global_;
    header.sh_entsize = sizeof(Elf64_Sym);
    header.sh_addralign = alignof(Elf64_Sym);
    return add(header, ELF_T_SYM, symbols_.data(), symbols_.size() * sizeof(Elf64_Sym));
  }

  bool add_strings(const char* name, StringTable& strings) {
    GElf_Shdr header{};
    header.sh_name = section_names_.add(name);
    header.sh_type = SHT_STRTAB;
    header.sh_addralign = 1;
    return add(header, ELF_T_BYTE, strings.data(), strings.size());
  }

  bool add_section_names(std::size_t index) {
    if (!add_strings(".shstrtab", section_names_)) return false;
    GElf_Ehdr header;
    if (!gelf_getehdr(elf_.get(), &header)) return false;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_type = ET_REL;
    header.e_machine = EM_X86_64;
    header.e_version = EV_CURRENT;
    header.e_shstrndx = static_cast<std::uint16_t>(index);
    return gelf_update_ehdr(elf_.get(), &header) != 0;
  }

  const ElfFile& file_;
  std::string_view place_;
  std::vector<std::uint32_t> ordered_;    // symbols of file_ in the order of the file
  std::vector<std::uint32_t> new_index_;  // the inverse
  std::uint32_t first_global_ = 0;
  // What libelf reads at the end, in elf_update(); declared before elf_ to outlive it.
  StringTable section_names_;
  StringTable symbol_names_;
  std::vector<Elf64_Sym> symbols_;
  std::vector<std::unique_ptr<std::vector<Elf64_Rela>>> relocations_;
  std::unique_ptr<Elf, ElfCloser> elf_;
};

}  // namespace

Result<void> write_elf(const ElfFile& elf, int fd, std::string_view place) {
  return ElfWriter(elf, place).write(fd);
}

}  // namespace rex::internal
