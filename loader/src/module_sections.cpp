// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "module_sections.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <span>

#include "contract.hpp"
#include "failure.hpp"
#include "verify.hpp"

namespace rex::internal {

namespace {

std::uint32_t index_of_global(const ElfFile& elf, std::string_view name) {
  return static_cast<std::uint32_t>(elf.find_global(name) - elf.symbols.data());
}

/// Defines a symbol at the start of a section that is to be added next; the object may refer
/// to it already.
std::uint32_t define_object(ElfFile& elf, std::string_view name, std::uint64_t size) {
  auto it = std::ranges::find_if(elf.symbols, [&](const ElfSymbol& symbol) {
    return symbol.binding != STB_LOCAL && symbol.name == name;
  });
  if (it == elf.symbols.end()) {
    it = elf.symbols.insert(elf.symbols.end(), ElfSymbol());
    it->name = name;
  }
  it->binding = STB_GLOBAL;
  it->type = STT_OBJECT;
  it->section = static_cast<std::int32_t>(elf.sections.size());
  it->value = 0;
  it->size = size;
  return static_cast<std::uint32_t>(it - elf.symbols.begin());
}

void set_bytes(ElfSection& section, std::span<const std::byte> bytes) {
  section.data.assign(bytes.begin(), bytes.end());
  section.size = bytes.size();
}

/// Copies a name into a fixed array; it fits, the manifest was checked.
void copy_name(char (&to)[REX_NAME_SIZE], std::string_view name) {
  name.copy(to, REX_NAME_SIZE - 1);
}

}  // namespace

Result<std::string> module_license(std::string_view spdx, std::string_view place) {
  struct License {
    std::string_view spdx;
    std::string_view kernel;
  };
  static constexpr License kLicenses[] = {
      {"GPL-2.0-only", "GPL v2"},       {"GPL-2.0", "GPL v2"},
      {"GPL-2.0-or-later", "GPL"},      {"GPL-2.0+", "GPL"},
      {"MIT", "Dual MIT/GPL"},          {"BSD-2-Clause", "Dual BSD/GPL"},
      {"BSD-3-Clause", "Dual BSD/GPL"},
  };
  const auto find = [](std::string_view id) {
    return std::ranges::find(kLicenses, id, &License::spdx);
  };
  const auto refused = [&] {
    return failure(ErrorCode::kInvalidArgument, place,
                   fmt::format("its licence \"{}\" is not compatible with the GPL, under which the "
                               "runtime's functions may be used",
                               spdx),
                   "license the extension under GPL-2.0-only, or under MIT or BSD OR GPL-2.0-only");
  };

  constexpr std::string_view kOr = " OR ";
  const std::size_t split = spdx.find(kOr);
  if (split == std::string_view::npos) {
    const auto* license = find(spdx);
    if (!spdx.starts_with("GPL") || license == std::end(kLicenses)) return refused();
    return std::string(license->kernel);
  }
  const auto* first = find(spdx.substr(0, split));
  const auto* second = find(spdx.substr(split + kOr.size()));
  if (first == std::end(kLicenses) || second == std::end(kLicenses)) return refused();
  if (first->spdx.starts_with("GPL")) std::swap(first, second);
  if (first->spdx.starts_with("GPL") || !second->spdx.starts_with("GPL")) return refused();
  return std::string(first->kernel);
}

ElfSection make_modinfo(const RuntimeTemplate& runtime, std::string_view module_name,
                        std::string_view license) {
  std::string text;
  const auto add = [&](std::string_view key, std::string_view value) {
    text.append(key).append("=").append(value).push_back('\0');
  };
  add("license", license);
  add("depends", "rex");
  add("name", module_name);
  if (runtime.retpoline) add("retpoline", "Y");
  add("vermagic", runtime.version_magic);

  ElfSection section;
  section.name = ".modinfo";
  section.flags = SHF_ALLOC;
  set_bytes(section, std::as_bytes(std::span(text)));
  return section;
}

void add_this_module(ElfFile& elf, const RuntimeTemplate& runtime, std::string_view module_name) {
  ElfSection section;
  section.name = ".gnu.linkonce.this_module";
  section.flags = SHF_ALLOC | SHF_WRITE;
  section.alignment = runtime.module_alignment;
  section.size = runtime.module_size;
  section.data.resize(runtime.module_size);
  std::memcpy(section.data.data() + runtime.name_offset, module_name.data(), module_name.size());
  section.relocations = {
      {runtime.init_offset, R_X86_64_64, index_of_global(elf, kInitSymbol), 0},
      {runtime.exit_offset, R_X86_64_64, index_of_global(elf, kExitSymbol), 0},
  };
  define_object(elf, kModuleSymbol, section.size);
  elf.sections.push_back(std::move(section));
}

void add_image(ElfFile& elf, const Manifest& manifest, const LinkTarget& target) {
  ElfSection section;
  section.name = ".data.rex";
  section.flags = SHF_ALLOC | SHF_WRITE;
  section.alignment = alignof(rex_extension_image);

  const std::uint64_t programs_at = sizeof(rex_extension_image);
  const std::uint64_t maps_at = programs_at + manifest.programs.size() * sizeof(rex_program_image);
  const std::uint64_t globals_at = maps_at + manifest.maps.size() * sizeof(rex_map_image);
  section.size = globals_at + manifest.globals.size() * sizeof(rex_global_image);
  section.data.resize(section.size);
  const std::uint32_t self = define_object(elf, kImageSymbol, section.size);
  const auto point = [&](std::uint64_t at, std::uint32_t symbol, std::uint64_t addend = 0) {
    section.relocations.push_back({at, R_X86_64_64, symbol, static_cast<std::int64_t>(addend)});
  };
  const auto write = [&](std::uint64_t at, const auto& image) {
    std::memcpy(section.data.data() + at, &image, sizeof image);
  };

  rex_extension_image extension{};
  extension.abi_version = REX_ABI_VERSION;
  extension.control_fd = target.control_fd;
  extension.program_count = static_cast<std::uint32_t>(manifest.programs.size());
  extension.map_count = static_cast<std::uint32_t>(manifest.maps.size());
  extension.global_count = static_cast<std::uint32_t>(manifest.globals.size());
  copy_name(extension.name, manifest.name);
  write(0, extension);
  point(offsetof(rex_extension_image, module), index_of_global(elf, kModuleSymbol));
  point(offsetof(rex_extension_image, programs), self, programs_at);
  point(offsetof(rex_extension_image, maps), self, maps_at);
  point(offsetof(rex_extension_image, globals), self, globals_at);

  std::uint64_t at = programs_at;
  for (const Manifest::Program& program : manifest.programs) {
    rex_program_image image{};
    image.hook = program.hook;
    image.panic_value = program.panic_value;
    if (const auto it = target.options.programs.find(program.name);
        it != target.options.programs.end()) {
      image.budget = static_cast<std::uint64_t>(it->second.budget.count());
      image.panic_value = it->second.panic_value.value_or(program.panic_value);
    }
    copy_name(image.name, program.name);
    write(at, image);
    point(at + offsetof(rex_program_image, entry),
          index_of_global(elf, manifest.symbol_of(program.name)));
    at += sizeof image;
  }
  for (const Manifest::Map& map : manifest.maps) {
    rex_map_image image{};
    copy_name(image.name, map.name);
    write(at, image);
    point(at + offsetof(rex_map_image, map), index_of_global(elf, manifest.symbol_of(map.name)));
    at += sizeof image;
  }
  for (const Manifest::Global& global : manifest.globals) {
    rex_global_image image{};
    // Parameters are fixed, and locks are for programs: the runtime answers for a global of no size
    // that there is none.
    image.size = global.kind == Manifest::Global::Kind::kAtomic ? global.size : 0;
    copy_name(image.name, global.name);
    write(at, image);
    point(at + offsetof(rex_global_image, address),
          index_of_global(elf, manifest.symbol_of(global.name)));
    at += sizeof image;
  }
  elf.sections.push_back(std::move(section));
}

Result<void> add_versions(ElfFile& elf, const RuntimeTemplate& runtime) {
  struct Entry {
    std::uint64_t checksum = 0;
    char name[56] = {};
  };
  std::vector<Entry> entries;
  const auto add = [&](const std::string& name) -> Result<void> {
    auto it = runtime.exports.find(name);
    if (it == runtime.exports.end()) {
      it = runtime.imports.find(name);
      if (it == runtime.imports.end() && (runtime.has_checksums || name.starts_with("rex_")))
        return failure(ErrorCode::kRuntimeMissing, runtime.path,
                       fmt::format("does not offer {}", name),
                       "install the runtime of the same version as this loader");
      if (it == runtime.imports.end()) return {};
    }
    Entry& entry = entries.emplace_back();
    entry.checksum = it->second;
    name.copy(entry.name, sizeof entry.name - 1);
    return {};
  };

  // What the kernel checks first: the layout of struct module.
  if (runtime.has_checksums)
    if (auto result = add("module_layout"); !result) return result;
  for (const ElfSymbol& symbol : elf.symbols)
    if (symbol.section == ElfSymbol::kUndefined && symbol.binding != STB_LOCAL)
      if (auto result = add(symbol.name); !result) return result;
  if (!runtime.has_checksums) return {};

  ElfSection section;
  section.name = "__versions";
  section.flags = SHF_ALLOC;
  section.alignment = 32;
  set_bytes(section, std::as_bytes(std::span(entries)));
  elf.sections.push_back(std::move(section));
  return {};
}

void add_return_sites(ElfFile& elf) {
  ElfSection sites;
  sites.name = ".return_sites";
  sites.flags = SHF_ALLOC;
  for (std::size_t index = 0; index < elf.sections.size(); ++index) {
    if (!elf.sections[index].is_executable()) continue;
    std::uint32_t text = 0;  // the section's own symbol, made when first needed
    for (const ElfRelocation& relocation : elf.sections[index].relocations) {
      if (elf.symbols[relocation.symbol].name != kReturnThunk) continue;
      if (text == 0) {
        text = static_cast<std::uint32_t>(elf.symbols.size());
        ElfSymbol& symbol = elf.symbols.emplace_back();
        symbol.type = STT_SECTION;
        symbol.section = static_cast<std::int32_t>(index);
      }
      // The site is the jump's opcode, one byte before its operand (verify() saw it), stored
      // relative to the entry.
      sites.relocations.push_back(
          {sites.size, R_X86_64_PC32, text, static_cast<std::int64_t>(relocation.offset) - 1});
      sites.size += sizeof(std::int32_t);
    }
  }
  if (sites.size == 0) return;
  sites.data.resize(sites.size);
  elf.sections.push_back(std::move(sites));
}

}  // namespace rex::internal
