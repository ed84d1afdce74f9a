// SPDX-License-Identifier: GPL-2.0-only
// Objects that are almost right: the sample, changed in a few places.  What passes the checks is
// linked, and the module must be one that can be read.
#include <fuzzer/FuzzedDataProvider.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>

#include "../objects/kernel_fixture.hpp"
#include "../objects/object_fixture.hpp"
#include "linker.hpp"
#include "verify.hpp"

namespace {

using namespace rex::internal;

template <class T>
T& pick(std::vector<T>& from, FuzzedDataProvider& input) {
  return from[input.ConsumeIntegralInRange<std::size_t>(0, from.size() - 1)];
}

void change_relocation(ElfFile& elf, FuzzedDataProvider& input) {
  ElfSection& section = pick(elf.sections, input);
  if (section.relocations.empty() || input.ConsumeBool()) section.relocations.emplace_back();
  ElfRelocation& relocation = pick(section.relocations, input);
  relocation.offset = input.ConsumeBool() ? input.ConsumeIntegral<std::uint64_t>()
                                          : input.ConsumeIntegralInRange<std::uint64_t>(0, 256);
  relocation.type = input.ConsumeIntegralInRange<std::uint32_t>(0, 45);
  // The writer takes it for granted that the symbol exists.
  relocation.symbol = input.ConsumeIntegralInRange<std::uint32_t>(
      0, static_cast<std::uint32_t>(elf.symbols.size() - 1));
  relocation.addend = input.ConsumeIntegral<std::int64_t>();
}

void change_symbol(ElfFile& elf, FuzzedDataProvider& input) {
  ElfSymbol& symbol = pick(elf.symbols, input);
  switch (input.ConsumeIntegralInRange(0, 5)) {
    case 0: symbol.value = input.ConsumeIntegral<std::uint64_t>(); break;
    case 1: symbol.size = input.ConsumeIntegral<std::uint64_t>(); break;
    case 2: symbol.name = input.ConsumeRandomLengthString(40); break;
    case 3: symbol.type = input.ConsumeIntegralInRange<std::uint8_t>(0, 15); break;
    case 4: symbol.binding = input.ConsumeIntegralInRange<std::uint8_t>(0, 15); break;
    default:
      symbol.section = input.ConsumeIntegralInRange<std::int32_t>(
          -3, static_cast<std::int32_t>(elf.sections.size()) - 1);
  }
}

void change_section(ElfFile& elf, FuzzedDataProvider& input) {
  ElfSection& section = pick(elf.sections, input);
  switch (input.ConsumeIntegralInRange(0, 4)) {
    // libelf fills the file up to it; larger ones are for the target of whole objects.
    case 0: section.alignment = input.ConsumeIntegralInRange<std::uint64_t>(0, 1 << 20); break;
    case 1: section.flags = input.ConsumeIntegral<std::uint64_t>(); break;
    case 2: section.name = input.ConsumeRandomLengthString(40); break;
    case 3:
      section.type = SHT_NOBITS;
      section.data.clear();
      section.size = input.ConsumeIntegral<std::uint64_t>();
      break;
    default:
      if (!section.data.empty())
        pick(section.data, input) = std::byte{input.ConsumeIntegral<std::uint8_t>()};
  }
}

void change_manifest(ElfFile& elf, FuzzedDataProvider& input) {
  ElfSection* section = elf.find_section(kManifestSection);
  if (!section || section->data.empty()) return;
  std::string text(reinterpret_cast<const char*>(section->data.data()), section->data.size());
  const auto at = input.ConsumeIntegralInRange<std::size_t>(0, text.size() - 1);
  text.replace(at, input.ConsumeIntegralInRange<std::size_t>(0, 32),
               input.ConsumeRandomLengthString(64));
  const auto* bytes = reinterpret_cast<const std::byte*>(text.data());
  section->data.assign(bytes, bytes + text.size());
  section->size = text.size();
}

/// What a file with this content holds; nothing where no file can hold it.
std::optional<std::vector<std::byte>> written(const ElfFile& elf) {
  const int fd = ::memfd_create("object", MFD_CLOEXEC);
  std::optional<std::vector<std::byte>> bytes;
  if (write_elf(elf, fd, "object")) {
    bytes.emplace(static_cast<std::size_t>(::lseek(fd, 0, SEEK_END)));
    if (::pread(fd, bytes->data(), bytes->size(), 0) != static_cast<ssize_t>(bytes->size()))
      std::abort();
  }
  ::close(fd);
  return bytes;
}

LinkTarget target_of(const rex::Manifest& manifest, FuzzedDataProvider& input) {
  LinkTarget target;
  target.module_name = "rex_fuzzed_1_0";
  target.control_fd = 7;
  target.map_fds.assign(manifest.maps.size(), 9);
  for (int i = input.ConsumeIntegralInRange(0, 2); i > 0; --i) {
    target.options.params[input.ConsumeRandomLengthString(12)] =
        input.ConsumeIntegral<std::int64_t>();
    target.options.programs[input.ConsumeBool() ? "first" : input.ConsumeRandomLengthString(12)]
        .budget = std::chrono::nanoseconds(input.ConsumeIntegral<std::int64_t>());
  }
  return target;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const RuntimeTemplate runtime = rex::test::sample_template();
  static const KernelTypes types = rex::test::sample_types();
  FuzzedDataProvider input(data, size);
  ElfFile elf = rex::test::sample_object();
  for (int changes = input.ConsumeIntegralInRange(0, 4); changes > 0; --changes)
    switch (input.ConsumeIntegralInRange(0, 3)) {
      case 0: change_relocation(elf, input); break;
      case 1: change_symbol(elf, input); break;
      case 2: change_section(elf, input); break;
      default: change_manifest(elf, input);
    }
  auto bytes = written(elf);
  if (!bytes) return 0;
  const auto object = rex::Object::parse(std::move(*bytes), "sample.rex");
  if (!object) return 0;
  const auto linked = link_module(*object, runtime, types, target_of(object->manifest(), input));
  if (!linked) return 0;
  auto module = written(*linked);
  if (!module || !read_elf(std::move(*module), "module")) std::abort();
  return 0;
}
