// SPDX-License-Identifier: GPL-2.0-only
// Objects that `rex build` never writes are refused, each for its own reason.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <functional>

#include "object_fixture.hpp"
#include "verify.hpp"

namespace rex::test {
namespace {

using internal::ElfFile;
using internal::ElfRelocation;
using internal::ElfSection;
using internal::ElfSymbol;
using testing::HasSubstr;

TEST(SampleObject, IsAccepted) {
  const auto object = open_object(sample_object());
  ASSERT_TRUE(object) << object.error().summary;
  EXPECT_EQ(object->manifest().name, "sample");
  EXPECT_EQ(object->manifest().programs.size(), 2U);
}

ElfSection& text(ElfFile& elf) { return *elf.find_section(internal::kTextSection); }

ElfSymbol& symbol(ElfFile& elf, std::string_view name) { return elf.symbols[index_of(elf, name)]; }

ElfSymbol& add_undefined(ElfFile& elf, std::string_view name) {
  ElfSymbol& added = elf.symbols.emplace_back();
  added.name = name;
  added.binding = STB_GLOBAL;
  return added;
}

ElfSection& add_section(ElfFile& elf, std::string_view name, std::uint64_t flags) {
  ElfSection& added = elf.sections.emplace_back();
  added.name = name;
  added.flags = flags;
  added.data.resize(16);
  added.size = 16;
  return added;
}

/// The relocation of a section that names a symbol.
ElfRelocation& use_of(ElfFile& elf, ElfSection& section, std::string_view name) {
  for (ElfRelocation& relocation : section.relocations)
    if (elf.symbols[relocation.symbol].name == name) return relocation;
  std::abort();
}

void replace_in_manifest(ElfFile& elf, std::string_view from, std::string_view to) {
  ElfSection& section = *elf.find_section(internal::kManifestSection);
  std::string json(reinterpret_cast<const char*>(section.data.data()), section.data.size());
  json.replace(json.find(from), from.size(), to);
  const auto* bytes = reinterpret_cast<const std::byte*>(json.data());
  section.data.assign(bytes, bytes + json.size());
  section.size = json.size();
}

struct Damage {
  const char* name;
  std::function<void(ElfFile&)> apply;
  const char* expected;  // in the summary
  ErrorCode code = ErrorCode::kDamagedObject;
};

class DamagedObject : public testing::TestWithParam<Damage> {};

TEST_P(DamagedObject, IsRefused) {
  ElfFile elf = sample_object();
  GetParam().apply(elf);
  const auto object = open_object(elf);
  ASSERT_FALSE(object);
  EXPECT_THAT(object.error().summary, HasSubstr(GetParam().expected));
  EXPECT_THAT(object.error().summary, testing::StartsWith("sample.rex: "));
  EXPECT_THAT(object.error().summary, HasSubstr("; ")) << "lacks a remedy";
  EXPECT_EQ(object.error().code, GetParam().code);
}

const Damage kSections[] = {
    {"WritableText", [](ElfFile& e) { text(e).flags |= SHF_WRITE; },
     "both writable and executable"},
    {"ExecutableData", [](ElfFile& e) { e.find_section(".data")->flags |= SHF_EXECINSTR; },
     "both writable and executable"},
    {"CodeElsewhere", [](ElfFile& e) { add_section(e, ".text", SHF_ALLOC | SHF_EXECINSTR); },
     "holds code, which belongs into .kprobes.text"},
    {"Constructors",
     [](ElfFile& e) { add_section(e, ".init_array", SHF_ALLOC | SHF_WRITE).type = SHT_INIT_ARRAY; },
     "runs code at load time"},
    {"Ctors", [](ElfFile& e) { add_section(e, ".ctors", SHF_ALLOC | SHF_WRITE); },
     "runs code at load time"},
    {"ThreadLocal", [](ElfFile& e) { add_section(e, ".tdata", SHF_ALLOC | SHF_WRITE | SHF_TLS); },
     "thread-local"},
    {"ExceptionTable", [](ElfFile& e) { add_section(e, "__ex_table", SHF_ALLOC); },
     "section __ex_table: is not allowed"},
    {"Alternatives", [](ElfFile& e) { add_section(e, ".altinstructions", SHF_ALLOC); },
     "is not allowed"},
    {"PerCpu", [](ElfFile& e) { add_section(e, ".data..percpu", SHF_ALLOC | SHF_WRITE); },
     "is not allowed"},
    {"SecondData", [](ElfFile& e) { add_section(e, ".data", SHF_ALLOC | SHF_WRITE); },
     "is there twice"},
    {"WritableConstants", [](ElfFile& e) { e.find_section(".rodata")->flags |= SHF_WRITE; },
     "with flags"},
    {"HugeBss",
     [](ElfFile& e) {
       ElfSection& bss = add_section(e, ".bss", SHF_ALLOC | SHF_WRITE);
       bss.type = SHT_NOBITS;
       bss.data.clear();
       bss.size = std::uint64_t{1} << 40;
     },
     "larger than 16 MiB"},
    {"HugeAlignment", [](ElfFile& e) { e.find_section(".data")->alignment = 1 << 20; },
     "too large an alignment"},
    {"NoManifest",
     [](ElfFile& e) { e.find_section(internal::kManifestSection)->name = ".rodata.cst4"; },
     "has no manifest"},
};
INSTANTIATE_TEST_SUITE_P(Sections, DamagedObject, testing::ValuesIn(kSections),
                         [](const auto& info) { return info.param.name; });

const Damage kSymbols[] = {
    {"UndefinedSymbol", [](ElfFile& e) { add_undefined(e, "commit_creds"); },
     "symbol commit_creds: is undefined, and nothing an extension may use"},
    {"KernelSymbolOfNoKind", [](ElfFile& e) { add_undefined(e, "rex_kernel:write:u64:cred:uid"); },
     "rex_kernel:write:u64:cred:uid: asks the kernel's BTF nothing known"},
    {"KernelSymbolOfNoType", [](ElfFile& e) { add_undefined(e, "rex_kernel:offset:u65:cred:uid"); },
     "names no type that a field can be read as"},
    {"KernelSymbolOfHugeArray",
     [](ElfFile& e) { add_undefined(e, "rex_kernel:offset:u64[4294967297]:cred:uid"); },
     "names no type that a field can be read as"},
    {"KernelSymbolOfNoStructure",
     [](ElfFile& e) { add_undefined(e, "rex_kernel:offset:u64:../cred:uid"); },
     "names no structure, function or enumeration"},
    {"KernelSymbolWithoutField", [](ElfFile& e) { add_undefined(e, "rex_kernel:offset:u64:cred"); },
     "rex_kernel:offset:u64:cred: names no field"},
    {"KernelSymbolOfOddField",
     [](ElfFile& e) { add_undefined(e, "rex_kernel:offset:u64:cred:uid[-1]"); }, "names no field"},
    {"KernelSymbolWithControlCharacters",
     [](ElfFile& e) { add_undefined(e, "rex_kernel:\n\x1b[31m"); },
     "symbol rex_kernel:??[31m: asks"},
    {"WeakSymbol", [](ElfFile& e) { add_undefined(e, "rex_poll").binding = STB_WEAK; }, "weak"},
    {"ExtraGlobal",
     [](ElfFile& e) {
       ElfSymbol& extra = add_undefined(e, "sys_call_table");
       extra.section = 1;
       extra.type = STT_OBJECT;
     },
     "section .data, symbol sys_call_table: is defined, but no program or map"},
    {"AbsoluteSymbol",
     [](ElfFile& e) {
       ElfSymbol& fixed = add_undefined(e, "rex_kernel:offset:u64:task_struct:utime2");
       fixed.section = ElfSymbol::kAbsolute;
       fixed.value = 0xffffffff81000000;
     },
     "is an absolute address"},
    {"CommonSymbol", [](ElfFile& e) { symbol(e, "rex_sample__pids").section = ElfSymbol::kCommon; },
     "common"},
    {"IndirectFunction", [](ElfFile& e) { symbol(e, "rex_sample__count").type = STT_GNU_IFUNC; },
     "is of type 10"},
    {"TwiceDefined",
     [](ElfFile& e) {
       const ElfSymbol copy = symbol(e, "rex_sample__count");
       e.symbols.push_back(copy);
     },
     "is there twice"},
    {"MissingProgram", [](ElfFile& e) { symbol(e, "rex_sample__count").binding = STB_LOCAL; },
     "symbol rex_sample__count: is no function"},
    {"ProgramInData",
     [](ElfFile& e) {
       symbol(e, "rex_sample__count").section = 1;
       symbol(e, "rex_sample__count").value = 0;
     },
     "is no function in .kprobes.text"},
    {"NoInit", [](ElfFile& e) { symbol(e, "init_module").binding = STB_LOCAL; },
     "symbol init_module"},
    {"MapOutsideData", [](ElfFile& e) { symbol(e, "rex_sample__pids").section = 0; },
     "is a map outside .data"},
    {"SmallMap", [](ElfFile& e) { symbol(e, "rex_sample__pids").size = 8; }, "is no map"},
};
INSTANTIATE_TEST_SUITE_P(Symbols, DamagedObject, testing::ValuesIn(kSymbols),
                         [](const auto& info) { return info.param.name; });

const Damage kMaps[] = {
    {"OtherMapSize",
     [](ElfFile& e) {
       const std::uint32_t entries = 17;
       std::memcpy(e.find_section(".data")->data.data() + offsetof(rex_map, max_entries), &entries,
                   sizeof entries);
     },
     "is another map than the manifest describes"},
    {"CreatedMap",
     [](ElfFile& e) {
       const std::uint64_t address = 0xffff888000000000;
       std::memcpy(e.find_section(".data")->data.data() + offsetof(rex_map, kernel_map), &address,
                   sizeof address);
     },
     "claims to be created already"},
    {"RelocatedMap",
     [](ElfFile& e) {
       e.find_section(".data")->relocations.push_back(
           {offsetof(rex_map, kernel_map), R_X86_64_64, index_of(e, "rex_sample__pids"), 0});
     },
     "relocation in it"},
};
INSTANTIATE_TEST_SUITE_P(Maps, DamagedObject, testing::ValuesIn(kMaps),
                         [](const auto& info) { return info.param.name; });

const Damage kRelocations[] = {
    {"OffsetOutside", [](ElfFile& e) { text(e).relocations[0].offset = 0x10000; },
     "lies outside the section"},
    {"OffsetAcrossTheEnd", [](ElfFile& e) { text(e).relocations[0].offset = text(e).size - 3; },
     "lies outside the section"},
    {"OffsetWraps", [](ElfFile& e) { text(e).relocations[0].offset = ~std::uint64_t{0} - 1; },
     "lies outside the section"},
    {"UnknownType", [](ElfFile& e) { text(e).relocations[0].type = R_X86_64_GOTPCRELX; },
     "is of type 41"},
    {"NoSymbol", [](ElfFile& e) { text(e).relocations[0].symbol = 0; }, "names no symbol"},
    {"IntoAFunction", [](ElfFile& e) { use_of(e, text(e), "rex_queue_pop").addend = 12; },
     "uses rex_queue_pop other than by calling it"},
    {"AddressOfFunction",
     [](ElfFile& e) {
       ElfSection& rodata = *e.find_section(".rodata");
       rodata.relocations[0].symbol = index_of(e, "rex_queue_pop");
     },
     "stores the address of rex_queue_pop"},
    {"JumpIsNoJump",
     [](ElfFile& e) {
       ElfSection& section = text(e);
       section.data[use_of(e, section, "__x86_return_thunk").offset - 1] = std::byte{0x90};
     },
     "uses __x86_return_thunk"},
    {"BeyondField",
     [](ElfFile& e) { use_of(e, text(e), "rex_kernel:offset:u64:task_struct:utime").addend = 8; },
     "reaches beyond rex_kernel:offset:u64:task_struct:utime"},
    {"BeyondPerCpu", [](ElfFile& e) { use_of(e, text(e), "rex_fuel").addend = 60; },
     "reaches beyond rex_fuel"},
    {"CallOutsideText",
     [](ElfFile& e) {
       ElfRelocation& call = use_of(e, text(e), "rex_queue_pop");
       call.symbol = index_of(e, "rex_sample__first");
       call.addend = 0x1000;
     },
     "refers outside the text"},
    {"InManifest",
     [](ElfFile& e) {
       e.find_section(internal::kManifestSection)->relocations.push_back({0, R_X86_64_64, 2, 0});
     },
     "has relocations"},
};
INSTANTIATE_TEST_SUITE_P(Relocations, DamagedObject, testing::ValuesIn(kRelocations),
                         [](const auto& info) { return info.param.name; });

const Damage kManifests[] = {
    {"AbiVersion",
     [](ElfFile& e) { replace_in_manifest(e, "\"abi_version\":1", "\"abi_version\":99"); },
     "was built for ABI version 99, this loader is of version 1", ErrorCode::kAbiMismatch},
    {"NoJson", [](ElfFile& e) { replace_in_manifest(e, "{", "}"); }, "is not JSON"},
    {"OtherProgram", [](ElfFile& e) { replace_in_manifest(e, "count", "xxxxx"); }, "rex_sample__"},
    {"OtherExtension", [](ElfFile& e) { replace_in_manifest(e, "sample", "sampli"); }, "symbol"},
};
INSTANTIATE_TEST_SUITE_P(Manifests, DamagedObject, testing::ValuesIn(kManifests),
                         [](const auto& info) { return info.param.name; });

TEST(DamagedFile, TruncatedAnywhereIsRefused) {
  const std::vector<std::byte> whole = bytes_of(sample_object());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::vector<std::byte> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    const auto object = Object::parse(std::move(part), "sample.rex");
    ASSERT_FALSE(object) << "accepted after " << size << " bytes";
    EXPECT_THAT(object.error().summary, testing::StartsWith("sample.rex: "));
  }
}

// Some damage changes nothing that matters (padding, a name): accepted or refused, but never a
// crash, and what is accepted still obeys every rule, because accepting means verified.
TEST(DamagedFile, AnyChangedByteIsSurvived) {
  const std::vector<std::byte> whole = bytes_of(sample_object());
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const unsigned char mask : {0x01, 0x10, 0x80, 0xff}) {
      std::vector<std::byte> changed = whole;
      changed[at] ^= std::byte{mask};
      const auto object = Object::parse(std::move(changed), "sample.rex");
      if (!object) EXPECT_FALSE(object.error().summary.empty());
    }
}

TEST(DamagedFile, OtherFilesAreRefused) {
  const auto parse = [](std::string_view content) {
    const auto* bytes = reinterpret_cast<const std::byte*>(content.data());
    return Object::parse({bytes, bytes + content.size()}, "sample.rex");
  };
  EXPECT_THAT(summary_of(parse("")), HasSubstr("is not an ELF file"));
  EXPECT_THAT(summary_of(parse("#!/bin/sh\n")), HasSubstr("is not an ELF file"));
  EXPECT_THAT(summary_of(parse("\x7f"
                               "ELF")),
              HasSubstr("is not an ELF file"));
  EXPECT_THAT(summary_of(Object::open("/proc/self/exe")), HasSubstr("not a relocatable"));
  EXPECT_THAT(summary_of(Object::open("/dev/null")), HasSubstr("is not a regular file"));
  EXPECT_THAT(summary_of(Object::open("/")), HasSubstr("is not a regular file"));
  EXPECT_THAT(summary_of(Object::open("/nonexistent.rex")), HasSubstr("No such file"));
}

TEST(DamagedFile, SummaryIsOnePrintableLine) {
  ElfFile elf = sample_object();
  add_undefined(elf, "evil\n\x1b[2J");
  const auto object = open_object(elf);
  ASSERT_FALSE(object);
  EXPECT_THAT(object.error().summary, HasSubstr("evil??[2J"));
}

}  // namespace
}  // namespace rex::test
