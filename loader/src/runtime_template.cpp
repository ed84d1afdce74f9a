// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "runtime_template.hpp"

#include <fmt/core.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "contract.hpp"
#include "failure.hpp"
#include "file.hpp"

namespace rex::internal {

namespace {

constexpr std::string_view kThisModule = ".gnu.linkonce.this_module";

/// struct modversion_info of the kernel, on 64-bit machines.
struct ModuleVersion {
  std::uint64_t checksum;
  char name[56];
};

/// struct kernel_symbol with CONFIG_HAVE_ARCH_PREL32_RELOCATIONS, as on x86-64.
struct ExportedSymbol {
  std::int32_t value;
  std::int32_t name;
  std::int32_t name_space;
};

/// The NUL-terminated string at an offset; empty outside the section.
std::string_view string_at(const ElfSection& section, std::uint64_t offset) {
  if (offset >= section.data.size()) return {};
  const char* begin = reinterpret_cast<const char*>(section.data.data()) + offset;
  return {begin, ::strnlen(begin, section.data.size() - offset)};
}

/// The value of a key in .modinfo, a sequence of "key=value" strings.
std::optional<std::string> find_info(const ElfSection& section, std::string_view key) {
  for (std::uint64_t offset = 0; offset < section.data.size();) {
    const std::string_view entry = string_at(section, offset);
    if (entry.starts_with(key) && entry.substr(key.size()).starts_with('='))
      return std::string(entry.substr(key.size() + 1));
    offset += entry.size() + 1;
  }
  return std::nullopt;
}

class TemplateReader {
 public:
  TemplateReader(const ElfFile& elf, std::string path) : elf_(elf) {
    result_.path = std::move(path);
  }

  Result<RuntimeTemplate> read() {
    if (auto result = read_info(); !result) return pass_on(std::move(result));
    if (auto result = read_layout(); !result) return pass_on(std::move(result));
    if (auto result = read_imports(); !result) return pass_on(std::move(result));
    for (const std::string_view suffix : {"", "_gpl"})
      if (auto result = read_exports(suffix); !result) return pass_on(std::move(result));
    return std::move(result_);
  }

 private:
  std::unexpected<Error> damaged(std::string_view cause) const {
    return failure(ErrorCode::kRuntimeMissing, result_.path,
                   fmt::format("is no module of the Rex runtime: {}", cause),
                   "install the runtime again");
  }

  Result<void> read_info() {
    const ElfSection* info = elf_.find_section(".modinfo");
    if (!info) return damaged("it has no .modinfo");
    const auto magic = find_info(*info, "vermagic");
    if (!magic) return damaged("it has no version magic");
    const auto name = find_info(*info, "name");
    if (name != "rex") return damaged("its name is not rex");
    result_.version_magic = *magic;
    result_.release = magic->substr(0, magic->find(' '));
    result_.retpoline = find_info(*info, "retpoline").has_value();
    return {};
  }

  /// struct module, from the one in rex.ko: the name is in its data, the two functions are
  /// its relocations.
  Result<void> read_layout() {
    const ElfSection* section = elf_.find_section(kThisModule);
    if (!section || section->data.empty() || section->alignment > 4096)
      return damaged("it has no struct module");
    result_.module_size = section->size;
    result_.module_alignment = section->alignment;

    constexpr std::string_view kName("rex\0", 4);
    const std::string_view data(reinterpret_cast<const char*>(section->data.data()),
                                section->data.size());
    result_.name_offset = data.find(kName);
    if (result_.name_offset == std::string_view::npos ||
        data.size() - result_.name_offset < sizeof(ModuleVersion::name))
      return damaged("its struct module has no name");

    for (const ElfRelocation& relocation : section->relocations) {
      const std::string& target = elf_.symbols[relocation.symbol].name;
      if (relocation.type != R_X86_64_64 || relocation.addend != 0) continue;
      if (target == kInitSymbol) result_.init_offset = relocation.offset;
      if (target == kExitSymbol) result_.exit_offset = relocation.offset;
    }
    if (result_.init_offset == 0 || result_.exit_offset == 0)
      return damaged("its struct module lacks init and exit functions");
    return {};
  }

  Result<void> read_imports() {
    const ElfSection* section = elf_.find_section("__versions");
    if (!section) return {};  // a kernel without CONFIG_MODVERSIONS
    result_.has_checksums = true;
    if (section->data.size() % sizeof(ModuleVersion) != 0)
      return damaged("its __versions are of another form");
    for (std::size_t at = 0; at < section->data.size(); at += sizeof(ModuleVersion)) {
      ModuleVersion version;
      std::memcpy(&version, section->data.data() + at, sizeof version);
      result_.imports.emplace(
          std::string(version.name, ::strnlen(version.name, sizeof version.name)),
          static_cast<std::uint32_t>(version.checksum));
    }
    return {};
  }

  /// The n-th entry of __ksymtab has the n-th checksum.  Its name is a relocation, relative to
  /// the place where it is stored, into __ksymtab_strings.
  Result<void> read_exports(std::string_view suffix) {
    const ElfSection* table = elf_.find_section(fmt::format("__ksymtab{}", suffix));
    if (!table) return {};
    const ElfSection* checksums = elf_.find_section(fmt::format("__kcrctab{}", suffix));
    for (const ElfRelocation& relocation : table->relocations) {
      if (relocation.offset % sizeof(ExportedSymbol) != offsetof(ExportedSymbol, name)) continue;
      const ElfSymbol& base = elf_.symbols[relocation.symbol];
      if (relocation.type != R_X86_64_PC32 || !base.is_defined())
        return damaged("its export table is of another form");
      const auto name = string_at(elf_.sections[static_cast<std::size_t>(base.section)],
                                  base.value + static_cast<std::uint64_t>(relocation.addend));
      const std::size_t position = relocation.offset / sizeof(ExportedSymbol);
      std::uint32_t checksum = 0;
      if (result_.has_checksums) {
        if (!checksums || checksums->data.size() < (position + 1) * sizeof checksum)
          return damaged("it lacks checksums of its exports");
        std::memcpy(&checksum, checksums->data.data() + position * sizeof checksum,
                    sizeof checksum);
      }
      result_.exports.emplace(name, checksum);
    }
    return {};
  }

  const ElfFile& elf_;
  RuntimeTemplate result_;
};

}  // namespace

Result<RuntimeTemplate> RuntimeTemplate::read(const std::filesystem::path& path) {
  auto image = read_file(path);
  if (!image) return pass_on(std::move(image));
  constexpr std::string_view kXz =
      "\xfd"
      "7zXZ";
  constexpr std::string_view kZstd = "\x28\xb5\x2f\xfd";
  const std::string_view start(reinterpret_cast<const char*>(image->data()), image->size());
  if (start.starts_with(kXz) || start.starts_with(kZstd))
    return failure(ErrorCode::kRuntimeMissing, path.native(), "is compressed",
                   "uncompress it (unxz, zstd -d) and run depmod");
  auto elf = read_elf(std::move(*image), path.native());
  if (!elf) {
    elf.error().code = ErrorCode::kRuntimeMissing;
    return pass_on(std::move(elf));
  }
  return TemplateReader(*elf, path.string()).read();
}

Result<RuntimeTemplate> RuntimeTemplate::of_running_kernel() {
  utsname kernel;
  ::uname(&kernel);
  const std::string release = kernel.release;
  constexpr std::string_view kRemedy =
      "install the Rex runtime for this kernel, or name its file in $REX_RUNTIME";

  std::filesystem::path found;
  if (const char* named = std::getenv("REX_RUNTIME"); named && *named) {
    found = named;
  } else {
    const std::filesystem::path modules = "/lib/modules/" + release;
    for (const char* folder : {"extra", "updates", "updates/dkms"}) {
      std::error_code ignored;
      if (std::filesystem::exists(modules / folder / "rex.ko", ignored))
        found = modules / folder / "rex.ko";
      else if (std::filesystem::exists(modules / folder / "rex.ko.xz", ignored))
        found = modules / folder / "rex.ko.xz";
      if (!found.empty()) break;
    }
    if (found.empty())
      return failure(ErrorCode::kRuntimeMissing, modules.native(), "has no rex.ko", kRemedy);
  }
  auto result = read(found);
  if (result && result->release != release)
    return failure(ErrorCode::kRuntimeMissing, found.native(),
                   fmt::format("was built for kernel {}, this is {}", result->release, release),
                   kRemedy);
  return result;
}

}  // namespace rex::internal
