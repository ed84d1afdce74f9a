// SPDX-License-Identifier: GPL-2.0-only
#include "kernel_fixture.hpp"

#include <bpf/btf.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <iostream>

#include "object_fixture.hpp"

namespace rex::test {

using internal::ElfFile;
using internal::ElfSection;
using internal::ElfSymbol;

namespace {

ElfSection& add_section(ElfFile& elf, const char* name, const std::string& data) {
  ElfSection& section = elf.sections.emplace_back();
  section.name = name;
  section.flags = SHF_ALLOC;
  const auto* bytes = reinterpret_cast<const std::byte*>(data.data());
  section.data.assign(bytes, bytes + data.size());
  section.size = data.size();
  return section;
}

std::uint32_t add_symbol(ElfFile& elf, const char* name, std::int32_t section) {
  ElfSymbol& symbol = elf.symbols.emplace_back();
  symbol.name = name;
  symbol.binding = *name ? STB_GLOBAL : STB_LOCAL;
  symbol.type = *name ? STT_FUNC : STT_SECTION;
  symbol.section = section;
  return static_cast<std::uint32_t>(elf.symbols.size() - 1);
}

}  // namespace

TemporaryFile::TemporaryFile(const std::vector<std::byte>& content) {
  std::string name = std::filesystem::temp_directory_path() / "rex-test-XXXXXX";
  const int fd = ::mkstemp(name.data());
  if (fd < 0 || ::write(fd, content.data(), content.size()) != static_cast<ssize_t>(content.size()))
    std::abort();
  ::close(fd);
  path_ = name;
}

TemporaryFile::~TemporaryFile() { std::filesystem::remove(path_); }

internal::KernelTypes sample_types() {
  btf* types = btf__new_empty();
  const int u32 = btf__add_int(types, "u32", 4, 0);
  const int u64 = btf__add_int(types, "u64", 8, 0);
  const int cputime = btf__add_typedef(types, "cputime_t", u64);
  const int either = btf__add_union(types, nullptr, 8);
  btf__add_field(types, "utime", cputime, 0, 0);
  btf__add_field(types, "low", u32, 0, 0);
  const int unnamed = btf__add_struct(types, nullptr, 8);
  btf__add_field(types, nullptr, either, 0, 0);
  btf__add_struct(types, "task_struct", 24);
  btf__add_field(types, "pid", u32, 0, 0);
  btf__add_field(types, nullptr, unnamed, 64, 0);
  btf__add_field(types, "flag", u32, 128, 1);
  btf__add_field(types, "level", u32, 129, 3);
  btf__add_var(types, "bpf_prog_active", BTF_VAR_GLOBAL_ALLOCATED, u32);

  std::uint32_t size = 0;
  const auto* raw = static_cast<const std::byte*>(btf__raw_data(types, &size));
  const TemporaryFile file({raw, raw + size});
  btf__free(types);
  auto result = internal::KernelTypes::load_file(file.path());
  if (!result) {
    std::cerr << result.error().summary << '\n';
    std::abort();
  }
  return std::move(*result);
}

ElfFile sample_runtime() {
  enum : std::int32_t { kText, kInfo, kModule, kVersions, kTable, kChecksums, kStrings };
  ElfFile elf;
  elf.symbols.emplace_back();
  add_section(elf, ".text", std::string(64, '\0'));
  add_section(elf, ".modinfo",
              std::string("license=GPL\0name=rex\0retpoline=Y\0vermagic=6.1.0-test SMP mod_unload "
                          "modversions \0",
                          82));

  std::string module(kModuleSize, '\0');
  module.replace(kNameOffset, 3, "rex");
  ElfSection& this_module = add_section(elf, ".gnu.linkonce.this_module", module);
  this_module.flags |= SHF_WRITE;
  this_module.alignment = 64;
  this_module.relocations = {
      {kInitOffset, R_X86_64_64, add_symbol(elf, "init_module", kText), 0},
      {kExitOffset, R_X86_64_64, add_symbol(elf, "cleanup_module", kText), 0}};

  std::string versions;
  std::uint64_t checksum = 0x1000;
  for (const char* name : {"module_layout", "__x86_return_thunk", "memcpy"}) {
    std::string entry(64, '\0');
    std::memcpy(entry.data(), &++checksum, sizeof checksum);
    entry.replace(8, std::strlen(name), name);
    versions += entry;
  }
  add_section(elf, "__versions", versions);

  // The table of exports: value, name and namespace of each, all relative.
  const char* const exports[] = {"rex_queue_pop", "rex_fuel", "rex_extension_init",
                                 "rex_extension_exit"};
  add_section(elf, "__ksymtab_gpl", std::string(12 * std::size(exports), '\0'));
  add_section(elf, "__kcrctab_gpl", std::string(4 * std::size(exports), '\0'));
  const std::uint32_t strings_symbol = add_symbol(elf, "", kStrings);
  std::string strings(1, '\0');
  for (std::uint32_t i = 0; i < std::size(exports); ++i) {
    elf.sections[kTable].relocations.push_back(
        {12 * i, R_X86_64_PC32, add_symbol(elf, exports[i], kText), 0});
    elf.sections[kTable].relocations.push_back(
        {12 * i + 4, R_X86_64_PC32, strings_symbol, static_cast<std::int64_t>(strings.size())});
    const std::uint32_t export_checksum = 0x2000 + i;
    std::memcpy(elf.sections[kChecksums].data.data() + 4 * i, &export_checksum,
                sizeof export_checksum);
    strings.append(exports[i]).push_back('\0');
  }
  add_section(elf, "__ksymtab_strings", strings);
  return elf;
}

internal::RuntimeTemplate sample_template() {
  const TemporaryFile file(bytes_of(sample_runtime()));
  auto result = internal::RuntimeTemplate::read(file.path());
  if (!result) {
    std::cerr << result.error().summary << '\n';
    std::abort();
  }
  return std::move(*result);
}

}  // namespace rex::test
