// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Reads hostile files: libelf checks that what it returns lies within the image, this file
// checks what libelf leaves to its callers.
#include <fmt/core.h>
#include <gelf.h>
#include <libelf.h>

#include <bit>
#include <memory>

#include "elf_file.hpp"
#include "failure.hpp"

namespace rex::internal {

namespace {

struct ElfCloser {
  void operator()(Elf* elf) const { elf_end(elf); }
};

class ElfReader {
 public:
  ElfReader(std::vector<std::byte> image, std::string_view place)
      : image_(std::move(image)), place_(place) {}

  Result<ElfFile> read() {
    if (auto result = read_header(); !result) return pass_on(std::move(result));
    if (auto result = read_sections(); !result) return pass_on(std::move(result));
    if (auto result = read_symbols(); !result) return pass_on(std::move(result));
    if (auto result = read_relocations(); !result) return pass_on(std::move(result));
    return std::move(file_);
  }

 private:
  static constexpr std::int32_t kNotInModel = -1;

  std::unexpected<Error> damaged(std::string_view cause) const {
    return failure(ErrorCode::kDamagedObject, place_, cause, "build or copy it again");
  }

  Result<void> read_header() {
    if (elf_version(EV_CURRENT) == EV_NONE)
      return failure(ErrorCode::kIo, place_, "libelf is too old to read it");
    elf_.reset(elf_memory(reinterpret_cast<char*>(image_.data()), image_.size()));
    if (!elf_ || elf_kind(elf_.get()) != ELF_K_ELF)
      return failure(ErrorCode::kDamagedObject, place_, "is not an ELF file",
                     "expected an object written by rex build");
    GElf_Ehdr header;
    if (gelf_getclass(elf_.get()) != ELFCLASS64 || !gelf_getehdr(elf_.get(), &header) ||
        header.e_ident[EI_DATA] != ELFDATA2LSB || header.e_machine != EM_X86_64)
      return failure(ErrorCode::kDamagedObject, place_, "is not an ELF file for x86-64",
                     "expected an object written by rex build");
    if (header.e_type != ET_REL)
      return failure(ErrorCode::kDamagedObject, place_, "is linked, not a relocatable object",
                     "expected an object written by rex build");
    if (header.e_shentsize != sizeof(Elf64_Shdr) || header.e_shoff == 0 ||
        header.e_shoff > image_.size() ||
        (image_.size() - header.e_shoff) / sizeof(Elf64_Shdr) < header.e_shnum)
      return damaged("is truncated: its section table lies outside the file");
    if (elf_getshdrnum(elf_.get(), &section_count_) != 0 || section_count_ != header.e_shnum ||
        elf_getshdrstrndx(elf_.get(), &name_table_) != 0)
      return damaged("has an unreadable section table");
    return {};
  }

  Result<void> read_sections() {
    model_index_.assign(section_count_, kNotInModel);
    headers_.resize(section_count_);
    std::uint64_t bytes = 0;
    for (std::size_t index = 1; index < section_count_; ++index) {
      GElf_Shdr& header = headers_[index];
      Elf_Scn* section = elf_getscn(elf_.get(), index);
      if (!section || !gelf_getshdr(section, &header))
        return damaged(fmt::format("section {} is unreadable", index));
      const char* name = elf_strptr(elf_.get(), name_table_, header.sh_name);
      if (!name) return damaged(fmt::format("section {} has no readable name", index));

      const bool in_file = header.sh_type != SHT_NOBITS;
      if (in_file &&
          (header.sh_offset > image_.size() || image_.size() - header.sh_offset < header.sh_size))
        return damaged(fmt::format("section {} lies outside the file", name));
      // Also bounds the memory that copies of overlapping sections could take.
      if (in_file && (bytes += header.sh_size) > image_.size())
        return damaged(fmt::format("section {} overlaps another", name));
      if (header.sh_addralign > 1 && !std::has_single_bit(header.sh_addralign))
        return damaged(fmt::format("section {} has an impossible alignment", name));

      if (header.sh_type == SHT_SYMTAB) {
        if (symbol_table_ != 0) return damaged("has two symbol tables");
        symbol_table_ = index;
      }
      if (header.sh_type == SHT_SYMTAB_SHNDX || header.sh_type == SHT_REL)
        return damaged(fmt::format("section {} is of a kind not used on x86-64", name));
      if (header.sh_type == SHT_SYMTAB || header.sh_type == SHT_STRTAB ||
          header.sh_type == SHT_RELA || header.sh_type == SHT_NULL)
        continue;
      model_index_[index] = static_cast<std::int32_t>(file_.sections.size());
      ElfSection& copy = file_.sections.emplace_back();
      copy.name = name;
      copy.type = header.sh_type;
      copy.flags = header.sh_flags;
      copy.alignment = header.sh_addralign == 0 ? 1 : header.sh_addralign;
      copy.entry_size = header.sh_entsize;
      copy.size = header.sh_size;
      if (in_file && header.sh_size != 0)
        copy.data.assign(
            image_.begin() + static_cast<std::ptrdiff_t>(header.sh_offset),
            image_.begin() + static_cast<std::ptrdiff_t>(header.sh_offset + header.sh_size));
    }
    return {};
  }

  Result<void> read_symbols() {
    if (symbol_table_ == 0) return damaged("has no symbol table");
    const GElf_Shdr& header = headers_[symbol_table_];
    Elf_Data* data = elf_getdata(elf_getscn(elf_.get(), symbol_table_), nullptr);
    if (!data || header.sh_entsize != sizeof(Elf64_Sym) || data->d_size != header.sh_size ||
        header.sh_size % sizeof(Elf64_Sym) != 0 || header.sh_size == 0 ||
        header.sh_link >= section_count_ || headers_[header.sh_link].sh_type != SHT_STRTAB)
      return damaged("has an unreadable symbol table");

    const std::size_t count = header.sh_size / sizeof(Elf64_Sym);
    file_.symbols.resize(count);
    for (std::size_t index = 1; index < count; ++index) {
      GElf_Sym symbol;
      const char* name = nullptr;
      if (gelf_getsym(data, static_cast<int>(index), &symbol))
        name = elf_strptr(elf_.get(), header.sh_link, symbol.st_name);
      if (!name) return damaged(fmt::format("symbol {} is unreadable", index));

      ElfSymbol& copy = file_.symbols[index];
      copy.name = name;
      copy.binding = GELF_ST_BIND(symbol.st_info);
      copy.type = GELF_ST_TYPE(symbol.st_info);
      copy.visibility = GELF_ST_VISIBILITY(symbol.st_other);
      copy.value = symbol.st_value;
      copy.size = symbol.st_size;
      switch (symbol.st_shndx) {
        case SHN_UNDEF: copy.section = ElfSymbol::kUndefined; break;
        case SHN_ABS: copy.section = ElfSymbol::kAbsolute; break;
        case SHN_COMMON: copy.section = ElfSymbol::kCommon; break;
        default:
          if (symbol.st_shndx >= section_count_ || model_index_[symbol.st_shndx] == kNotInModel)
            return damaged(fmt::format("symbol {} lies in no section", name));
          copy.section = model_index_[symbol.st_shndx];
          const ElfSection& section = file_.sections[static_cast<std::size_t>(copy.section)];
          if (copy.value > section.size || section.size - copy.value < copy.size)
            return damaged(
                fmt::format("section {}, symbol {}: lies outside its section", section.name, name));
      }
    }
    return {};
  }

  Result<void> read_relocations() {
    for (std::size_t index = 1; index < section_count_; ++index) {
      const GElf_Shdr& header = headers_[index];
      if (header.sh_type != SHT_RELA) continue;
      const bool linked = header.sh_link == symbol_table_ && header.sh_info < section_count_ &&
                          model_index_[header.sh_info] != kNotInModel;
      if (!linked) return damaged("relocations apply to no section");
      ElfSection& target = file_.sections[static_cast<std::size_t>(model_index_[header.sh_info])];
      Elf_Data* data = elf_getdata(elf_getscn(elf_.get(), index), nullptr);
      if (header.sh_size == 0) continue;
      if (!data || header.sh_entsize != sizeof(Elf64_Rela) || data->d_size != header.sh_size ||
          header.sh_size % sizeof(Elf64_Rela) != 0 || !target.relocations.empty())
        return damaged(fmt::format("section {}: unreadable relocations", target.name));

      const std::size_t count = header.sh_size / sizeof(Elf64_Rela);
      target.relocations.reserve(count);
      for (std::size_t entry = 0; entry < count; ++entry) {
        GElf_Rela rela;
        if (!gelf_getrela(data, static_cast<int>(entry), &rela))
          return damaged(fmt::format("section {}: unreadable relocations", target.name));
        const std::uint64_t symbol = GELF_R_SYM(rela.r_info);
        const auto type = static_cast<std::uint32_t>(GELF_R_TYPE(rela.r_info));
        if (symbol >= file_.symbols.size())
          return damaged(fmt::format("section {}, relocation at {:#x}: symbol {} does not exist",
                                     target.name, rela.r_offset, symbol));
        const std::uint64_t width = relocation_width(type);
        if (rela.r_offset > target.data.size() || target.data.size() - rela.r_offset < width)
          return damaged(fmt::format("section {}, relocation at {:#x}: lies outside the section",
                                     target.name, rela.r_offset));
        target.relocations.push_back(
            {rela.r_offset, type, static_cast<std::uint32_t>(symbol), rela.r_addend});
      }
    }
    return {};
  }

  std::vector<std::byte> image_;
  std::string_view place_;
  std::unique_ptr<Elf, ElfCloser> elf_;
  std::size_t section_count_ = 0;
  std::size_t name_table_ = 0;
  std::size_t symbol_table_ = 0;
  std::vector<GElf_Shdr> headers_;
  std::vector<std::int32_t> model_index_;  // of an ELF section in file_.sections
  ElfFile file_;
};

}  // namespace

Result<ElfFile> read_elf(std::vector<std::byte> image, std::string_view place) {
  return ElfReader(std::move(image), place).read();
}

}  // namespace rex::internal
