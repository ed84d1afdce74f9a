// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// A place in a file that processes execute: "/bin/bash:readline", "…:readline+0x10", "…:0x41200".
#include <fcntl.h>
#include <fmt/core.h>
#include <gelf.h>
#include <libelf.h>

#include <charconv>
#include <memory>
#include <optional>

#include "failure.hpp"
#include "target.hpp"

namespace rex::internal {

namespace {

struct ElfCloser {
  void operator()(Elf* elf) const { elf_end(elf); }
};

std::optional<std::uint64_t> parse_number(std::string_view text) {
  const bool is_hexadecimal = text.starts_with("0x");
  if (is_hexadecimal) text.remove_prefix(2);
  std::uint64_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, is_hexadecimal ? 16 : 10);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

/// The address of a function in one symbol table.
std::optional<std::uint64_t> find_function(Elf* elf, std::uint32_t table, std::string_view name) {
  for (Elf_Scn* section = nullptr; (section = elf_nextscn(elf, section)) != nullptr;) {
    GElf_Shdr header;
    if (!gelf_getshdr(section, &header) || header.sh_type != table || header.sh_entsize == 0)
      continue;
    Elf_Data* data = elf_getdata(section, nullptr);
    const std::uint64_t count = header.sh_size / header.sh_entsize;
    for (std::uint64_t i = 0; data && i < count; ++i) {
      GElf_Sym symbol;
      if (!gelf_getsym(data, static_cast<int>(i), &symbol)) break;
      const auto type = GELF_ST_TYPE(symbol.st_info);
      if (symbol.st_shndx == SHN_UNDEF || type != STT_FUNC) continue;
      const char* text = elf_strptr(elf, header.sh_link, symbol.st_name);
      if (text && name == text) return symbol.st_value;
    }
  }
  return {};
}

/// Where in the file an address of its image comes from.
std::optional<std::uint64_t> file_offset(Elf* elf, std::uint64_t address) {
  std::size_t count = 0;
  if (elf_getphdrnum(elf, &count) != 0) return {};
  for (std::size_t i = 0; i < count; ++i) {
    GElf_Phdr header;
    if (!gelf_getphdr(elf, static_cast<int>(i), &header) || header.p_type != PT_LOAD) continue;
    if (address >= header.p_vaddr && address - header.p_vaddr < header.p_filesz)
      return address - header.p_vaddr + header.p_offset;
  }
  return {};
}

Result<std::uint64_t> resolve(int fd, std::string_view path, std::string_view symbol,
                              std::string_view place) {
  elf_version(EV_CURRENT);
  const std::unique_ptr<Elf, ElfCloser> elf(elf_begin(fd, ELF_C_READ_MMAP, nullptr));
  if (!elf || elf_kind(elf.get()) != ELF_K_ELF || gelf_getclass(elf.get()) != ELFCLASS64)
    return failure(
        ErrorCode::kInvalidArgument, place,
        fmt::format("{} is not a 64-bit ELF file, so it has no function {}", path, symbol),
        "name a program or a shared library, or PATH:OFFSET");
  auto address = find_function(elf.get(), SHT_SYMTAB, symbol);
  if (!address) address = find_function(elf.get(), SHT_DYNSYM, symbol);
  if (!address)
    return failure(ErrorCode::kInvalidArgument, place,
                   fmt::format("{} has no function {} in its symbol tables", path, symbol),
                   "nm and nm -D list what is there; a stripped program needs PATH:OFFSET");
  const auto offset = file_offset(elf.get(), *address);
  if (!offset)
    return failure(ErrorCode::kInvalidArgument, place,
                   fmt::format("the code of {} is not in {}", symbol, path),
                   "name the file that has the code, not its debug information");
  return *offset;
}

}  // namespace

Result<UprobeTarget> UprobeTarget::open(std::string_view text, std::string_view place) {
  const std::size_t colon = text.rfind(':');
  const std::string path(text.substr(0, colon));
  const std::string_view spot =
      colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  const std::size_t plus = spot.find('+');
  const std::string_view symbol = spot.substr(0, plus);
  const auto distance = plus == std::string_view::npos ? std::optional<std::uint64_t>(0)
                                                       : parse_number(spot.substr(plus + 1));
  if (path.empty() || symbol.empty() || !distance)
    return failure(ErrorCode::kInvalidArgument, place,
                   fmt::format("\"{}\" names no place in a file", text),
                   "write PATH:FUNCTION, PATH:FUNCTION+OFFSET or PATH:OFFSET");

  UprobeTarget target;
  target.file = FileDescriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!target.file.is_open())
    return failure(ErrorCode::kInvalidArgument, place,
                   fmt::format("{} cannot be opened: {}", path, errno_text(errno)),
                   "name a program or a shared library by its path");
  if (const auto number = parse_number(symbol); number && plus == std::string_view::npos) {
    target.offset = *number;
    return target;
  }
  const auto offset = resolve(target.file.get(), path, symbol, place);
  if (!offset) return std::unexpected(offset.error());
  target.offset = *offset + *distance;
  return target;
}

}  // namespace rex::internal
