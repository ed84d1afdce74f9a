// SPDX-License-Identifier: GPL-2.0-only
// Linking an object into a module, for a made-up kernel and for the real ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

#include "contract.hpp"
#include "kernel_fixture.hpp"
#include "linker.hpp"
#include "module_sections.hpp"
#include "object_fixture.hpp"

namespace rex::test {
namespace {

using internal::ElfFile;
using internal::ElfRelocation;
using internal::ElfSection;
using internal::ElfSymbol;
using internal::LinkTarget;
using internal::RuntimeTemplate;
using testing::HasSubstr;
using namespace std::chrono_literals;

LinkTarget sample_target() {
  LinkTarget target;
  target.module_name = "rex_sample_1_0";
  target.control_fd = 7;
  target.map_fds = {9};
  return target;
}

template <class T>
T value_at(const ElfSection& section, std::uint64_t offset) {
  T value;
  std::memcpy(&value, section.data.data() + offset, sizeof value);
  return value;
}

/// What a pointer in a section will point to: symbol + addend.
std::pair<std::string, std::int64_t> pointer_at(const ElfFile& elf, const ElfSection& section,
                                                std::uint64_t offset) {
  for (const ElfRelocation& relocation : section.relocations)
    if (relocation.offset == offset && relocation.type == R_X86_64_64)
      return {elf.symbols[relocation.symbol].name, relocation.addend};
  return {"(no relocation)", 0};
}

/// The module as the kernel would read it: written to a file and read again.
class LinkedModule : public testing::Test {
 protected:
  void SetUp() override {
    LinkTarget target = sample_target();
    target.options.programs["first"] = {.budget = 5ms, .panic_value = -2};
    const auto object = open_object(sample_object());
    ASSERT_TRUE(object) << object.error().summary;
    const auto linked = internal::link_module(*object, sample_template(), sample_types(), target);
    ASSERT_TRUE(linked) << linked.error().summary;
    auto read = internal::read_elf(bytes_of(*linked), "linked");
    ASSERT_TRUE(read) << read.error().summary;
    elf_ = std::move(*read);
  }

  const ElfSection& section(std::string_view name) const {
    const ElfSection* found = elf_.find_section(name);
    if (!found) std::abort();
    return *found;
  }

  ElfFile elf_;
};

TEST_F(LinkedModule, HasModuleInformation) {
  const ElfSection& info = section(".modinfo");
  const std::string text(reinterpret_cast<const char*>(info.data.data()), info.data.size());
  EXPECT_EQ(text, std::string("license=GPL v2\0depends=rex\0name=rex_sample_1_0\0retpoline=Y\0"
                              "vermagic=6.1.0-test SMP mod_unload modversions \0",
                              sizeof "license=GPL v2\0depends=rex\0name=rex_sample_1_0\0retpoline="
                                     "Y\0vermagic=6.1.0-test SMP mod_unload modversions \0" -
                                  1));
}

TEST_F(LinkedModule, HasStructModule) {
  const ElfSection& module = section(".gnu.linkonce.this_module");
  EXPECT_EQ(module.size, kModuleSize);
  EXPECT_EQ(module.alignment, 64U);
  EXPECT_STREQ(reinterpret_cast<const char*>(module.data.data()) + kNameOffset, "rex_sample_1_0");
  EXPECT_EQ(pointer_at(elf_, module, kInitOffset).first, "init_module");
  EXPECT_EQ(pointer_at(elf_, module, kExitOffset).first, "cleanup_module");
  const ElfSymbol* symbol = elf_.find_global("__this_module");
  ASSERT_TRUE(symbol && symbol->is_defined());
  EXPECT_EQ(symbol->size, kModuleSize);
}

TEST_F(LinkedModule, HasVersionsOfWhatItImports) {
  const ElfSection& versions = section("__versions");
  std::map<std::string, std::uint64_t> checksums;
  for (std::uint64_t at = 0; at < versions.size; at += 64)
    checksums[reinterpret_cast<const char*>(versions.data.data()) + at + 8] =
        value_at<std::uint64_t>(versions, at);
  const std::map<std::string, std::uint64_t> expected = {
      {"module_layout", 0x1001}, {"__x86_return_thunk", 0x1002}, {"rex_queue_pop", 0x2000},
      {"rex_fuel", 0x2001},      {"rex_extension_init", 0x2002}, {"rex_extension_exit", 0x2003}};
  EXPECT_EQ(checksums, expected);
}

TEST_F(LinkedModule, HasReturnSites) {
  const ElfSection& sites = section(".return_sites");
  const ElfSection& text = section(".kprobes.text");
  EXPECT_EQ(sites.relocations.size(), 4U);
  EXPECT_EQ(sites.size, 4 * sizeof(std::int32_t));
  for (const ElfRelocation& site : sites.relocations) {
    EXPECT_EQ(site.type, R_X86_64_PC32);
    const ElfSymbol& base = elf_.symbols[site.symbol];
    EXPECT_EQ(elf_.sections[static_cast<std::size_t>(base.section)].name, text.name);
    EXPECT_EQ(text.data[static_cast<std::size_t>(site.addend)], std::byte{0xe9}) << "not a jump";
  }
}

TEST_F(LinkedModule, FixesFields) {
  const ElfSymbol* field = elf_.find_global("rex_kernel:offset:u64:task_struct:utime");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->section, ElfSymbol::kAbsolute);
  EXPECT_EQ(field->value, 8U);
}

TEST_F(LinkedModule, LeavesOnlyImportsUndefined) {
  for (const ElfSymbol& symbol : elf_.symbols) {
    if (symbol.section != ElfSymbol::kUndefined || symbol.name.empty()) continue;
    const auto* contract = internal::find_contract_symbol(symbol.name);
    ASSERT_NE(contract, nullptr) << symbol.name;
    EXPECT_TRUE(contract->kind == internal::SymbolKind::kFunction ||
                contract->kind == internal::SymbolKind::kPerCpu)
        << symbol.name;
  }
}

TEST_F(LinkedModule, BindsMaps) {
  const ElfSymbol* map = elf_.find_global("rex_sample__pids");
  ASSERT_TRUE(map && map->is_defined());
  const auto body = value_at<rex_map>(section(".data"), map->value);
  EXPECT_EQ(body.fd, 9);
  EXPECT_EQ(body.max_entries, 16U);
}

TEST_F(LinkedModule, HasImage) {
  const ElfSection& data = section(".data.rex");
  const auto image = value_at<rex_extension_image>(data, 0);
  EXPECT_EQ(image.abi_version, REX_ABI_VERSION);
  EXPECT_EQ(image.control_fd, 7);
  EXPECT_EQ(image.program_count, 2U);
  EXPECT_EQ(image.map_count, 1U);
  EXPECT_STREQ(image.name, "sample");
  EXPECT_EQ(pointer_at(elf_, data, offsetof(rex_extension_image, module)).first, "__this_module");

  const auto [image_symbol, programs_at] =
      pointer_at(elf_, data, offsetof(rex_extension_image, programs));
  EXPECT_EQ(image_symbol, "rex_extension");
  const auto at = static_cast<std::uint64_t>(programs_at);
  const auto count = value_at<rex_program_image>(data, at);
  EXPECT_STREQ(count.name, "count");
  EXPECT_EQ(count.hook, static_cast<std::uint32_t>(REX_HOOK_KPROBE));
  EXPECT_EQ(count.budget, 0U);
  EXPECT_EQ(pointer_at(elf_, data, at + offsetof(rex_program_image, entry)).first,
            "rex_sample__count");
  const auto first = value_at<rex_program_image>(data, at + sizeof count);
  EXPECT_STREQ(first.name, "first");
  EXPECT_EQ(first.hook, static_cast<std::uint32_t>(REX_HOOK_ONCE));
  EXPECT_EQ(first.budget, 5'000'000U);
  EXPECT_EQ(first.panic_value, -2);

  const auto maps_at = static_cast<std::uint64_t>(
      pointer_at(elf_, data, offsetof(rex_extension_image, maps)).second);
  EXPECT_STREQ(value_at<rex_map_image>(data, maps_at).name, "pids");
  EXPECT_EQ(pointer_at(elf_, data, maps_at + offsetof(rex_map_image, map)).first,
            "rex_sample__pids");
}

TEST(Linker, SameInputGivesSameBytes) {
  const auto object = open_object(sample_object());
  const auto link = [&] {
    return bytes_of(
        *internal::link_module(*object, sample_template(), sample_types(), sample_target()));
  };
  EXPECT_EQ(link(), link());
}

TEST(Linker, NamesWhatTheRuntimeLacks) {
  RuntimeTemplate runtime = sample_template();
  runtime.exports.erase("rex_queue_pop");
  const auto linked = internal::link_module(*open_object(sample_object()), runtime, sample_types(),
                                            sample_target());
  EXPECT_THAT(summary_of(linked), HasSubstr("does not offer rex_queue_pop"));
}

TEST(Linker, WorksWithoutModuleVersions) {
  RuntimeTemplate runtime = sample_template();
  runtime.has_checksums = false;
  runtime.imports.clear();
  const auto linked = internal::link_module(*open_object(sample_object()), runtime, sample_types(),
                                            sample_target());
  ASSERT_TRUE(linked) << linked.error().summary;
  EXPECT_EQ(linked->find_section("__versions"), nullptr);
}

TEST(Linker, OptionsMustNameAProgram) {
  LinkTarget target = sample_target();
  target.options.programs["cuont"] = {};
  EXPECT_THAT(summary_of(internal::link_module(*open_object(sample_object()), sample_template(),
                                               sample_types(), target)),
              HasSubstr("has no program cuont"));
}

TEST(ModuleLicense, IsTheKernelsWord) {
  const auto license = [](const char* spdx) {
    return internal::module_license(spdx, "x.rex").value_or("refused");
  };
  EXPECT_EQ(license("GPL-2.0-only"), "GPL v2");
  EXPECT_EQ(license("GPL-2.0-or-later"), "GPL");
  EXPECT_EQ(license("MIT OR GPL-2.0-only"), "Dual MIT/GPL");
  EXPECT_EQ(license("GPL-2.0-or-later OR BSD-2-Clause"), "Dual BSD/GPL");
  for (const char* spdx : {"", "MIT", "Proprietary", "GPL-3.0-only", "MIT OR BSD-2-Clause",
                           "GPL-2.0-only AND MIT", "GPL-2.0-only OR Proprietary"})
    EXPECT_EQ(license(spdx), "refused") << spdx;
}

#ifdef REX_RUNTIMES
// The runtimes this build made for real kernels, which need not be this machine's.
TEST(Linker, ReadsRealRuntimes) {
  int found = 0;
  for (const char* path : {REX_RUNTIMES}) {
    if (!std::filesystem::exists(path)) continue;
    ++found;
    const auto runtime = RuntimeTemplate::read(path);
    ASSERT_TRUE(runtime) << runtime.error().summary;
    EXPECT_GT(runtime->module_size, 500U) << path;
    EXPECT_TRUE(runtime->has_checksums) << path;
    const auto linked = internal::link_module(*open_object(sample_object()), *runtime,
                                              sample_types(), sample_target());
    EXPECT_TRUE(linked) << linked.error().summary;
  }
  if (found == 0) GTEST_SKIP() << "no rex.ko was built";
}

// Every symbol of the contract can be linked: nothing is exported without a checksum.
TEST(Linker, RealRuntimesOfferTheWholeContract) {
  int found = 0;
  for (const char* path : {REX_RUNTIMES}) {
    if (!std::filesystem::exists(path)) continue;
    ++found;
    const auto runtime = RuntimeTemplate::read(path);
    ASSERT_TRUE(runtime) << runtime.error().summary;
    for (const char* name : {
#define REX_ABI_FUNCTION(result, name, parameters) #name,
#define REX_ABI_NORETURN(name, parameters) #name,
#define REX_ABI_PERCPU(type, name) #name,
#define REX_ABI_KERNEL(name) #name,
#include "rex/functions.h"
             "rex_extension_init", "rex_extension_exit"})
      EXPECT_TRUE(runtime->exports.contains(name) || runtime->imports.contains(name))
          << path << " lacks " << name;
  }
  if (found == 0) GTEST_SKIP() << "no rex.ko was built";
}
#endif

}  // namespace
}  // namespace rex::test
