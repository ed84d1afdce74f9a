// SPDX-License-Identifier: GPL-2.0-only
// What is read of a kernel: its types, and the runtime's module.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <functional>

#include "kernel_answers.hpp"
#include "kernel_fixture.hpp"
#include "object_fixture.hpp"
#include "target.hpp"

namespace rex::test {
namespace {

using internal::ElfFile;
using internal::ElfSection;
using internal::KernelTypes;
using internal::KprobeTarget;
using internal::RuntimeTemplate;
using testing::HasSubstr;

TEST(KernelTypes, FindsFields) {
  const KernelTypes types = sample_types();
  EXPECT_EQ(types.field_offset("task_struct", "pid", 4).value_or(99), 0U);
  EXPECT_EQ(types.field_offset("task_struct", "utime", 8).value_or(99), 8U)
      << "in an anonymous union in an anonymous struct";
  EXPECT_EQ(types.field_offset("task_struct", "low", 0).value_or(99), 8U);
  EXPECT_TRUE(types.variable_id("bpf_prog_active"));
}

TEST(KernelTypes, NamesWhatIsMissing) {
  const KernelTypes types = sample_types();
  EXPECT_THAT(summary_of(types.field_offset("task", "pid", 0)), HasSubstr("has no struct task;"));
  EXPECT_THAT(summary_of(types.field_offset("task_struct", "stime", 8)),
              HasSubstr("has no field stime in struct task_struct"));
  EXPECT_THAT(summary_of(types.field_offset("task_struct", "utime", 4)),
              HasSubstr("has a field utime of 8 bytes in struct task_struct, expected 4"));
  EXPECT_THAT(summary_of(types.field_offset("task_struct", "flag", 4)),
              HasSubstr("has a bit-field flag"));
  EXPECT_THAT(summary_of(types.variable_id("nr_cpus")), HasSubstr("has no variable nr_cpus"));
}

Result<std::uint64_t> ask(std::string_view question) {
  const auto parsed = internal::KernelSymbol::parse("rex_kernel:" + std::string(question));
  if (!parsed) return std::unexpected(parsed.error());
  return internal::answer(*parsed, sample_types(), "x.rex");
}

TEST(KernelAnswers, Fields) {
  EXPECT_EQ(ask("offset:u32:task_struct:pid"), 0U);
  EXPECT_EQ(ask("offset:u64:task_struct:utime"), 8U);
  EXPECT_EQ(ask("offset:u64:task_struct:utime_of_old:utime"), 8U) << "another name";
  EXPECT_EQ(ask("offset:u32?:task_struct:stime"), 0U);
  EXPECT_EQ(ask("exists:task_struct:stime"), 0U);
  EXPECT_EQ(ask("exists:task_struct:utime"), 1U);
  EXPECT_EQ(ask("struct:task_struct"), 1U);
  EXPECT_EQ(ask("struct:task"), 0U);
  EXPECT_EQ(ask("size:task_struct"), 24U);
}

TEST(KernelAnswers, BitFields) {
  EXPECT_EQ(ask("unit:u32:task_struct:flag"), 16U);
  EXPECT_EQ(ask("left:u32:task_struct:flag"), 63U);
  EXPECT_EQ(ask("right:u32:task_struct:flag"), 63U);
  EXPECT_EQ(ask("unit:u32:task_struct:level"), 16U);
  EXPECT_EQ(ask("left:u32:task_struct:level"), 64U - 3 - 1);
  EXPECT_EQ(ask("right:u32:task_struct:level"), 61U);
  EXPECT_EQ(ask("left:u64:task_struct:utime"), 0U) << "a whole field";
  EXPECT_EQ(ask("right:u64:task_struct:utime"), 0U);
}

TEST(KernelAnswers, NameWhatDoesNotFit) {
  EXPECT_THAT(summary_of(ask("offset:u32:task:pid")), HasSubstr("has no struct task;"));
  EXPECT_THAT(summary_of(ask("offset:u32:task_struct:a:b")),
              HasSubstr("has no field a in struct task_struct, and no field b in struct"));
  EXPECT_THAT(summary_of(ask("offset:u32:task_struct:pid.x")),
              HasSubstr("has no field pid.x in struct task_struct"));
  EXPECT_THAT(summary_of(ask("offset:u32:task_struct:pid[0]")), HasSubstr("pid has no array"));
  EXPECT_THAT(summary_of(ask("offset:i32:task_struct:pid")),
              HasSubstr("has u32 pid in struct task_struct; the extension reads it as rex::i32"));
  EXPECT_THAT(summary_of(ask("offset:u32:task_struct:utime")), HasSubstr("reads it as rex::u32"));
  EXPECT_THAT(summary_of(ask("offset:*mm_struct:task_struct:utime")),
              HasSubstr("reads it as a pointer to struct mm_struct"));
  EXPECT_THAT(summary_of(ask("offset:u32:task_struct:flag")), HasSubstr("bits()"));
  EXPECT_THAT(summary_of(ask("enumerator:bpf_map_type:X")),
              HasSubstr("has no X in enum bpf_map_type"));
}

TEST(RuntimeTemplate, IsRead) {
  const RuntimeTemplate runtime = sample_template();
  EXPECT_EQ(runtime.release, "6.1.0-test");
  EXPECT_EQ(runtime.version_magic, "6.1.0-test SMP mod_unload modversions ");
  EXPECT_TRUE(runtime.retpoline);
  EXPECT_EQ(runtime.module_size, kModuleSize);
  EXPECT_EQ(runtime.module_alignment, 64U);
  EXPECT_EQ(runtime.name_offset, kNameOffset);
  EXPECT_EQ(runtime.init_offset, kInitOffset);
  EXPECT_EQ(runtime.exit_offset, kExitOffset);
  EXPECT_TRUE(runtime.has_checksums);
  EXPECT_EQ(runtime.imports.at("module_layout"), 0x1001U);
  EXPECT_EQ(runtime.exports.at("rex_fuel"), 0x2001U);
  EXPECT_EQ(runtime.exports.size(), 4U);
}

struct Damage {
  const char* name;
  std::function<void(ElfFile&)> apply;
  const char* expected;
};

class DamagedRuntime : public testing::TestWithParam<Damage> {};

TEST_P(DamagedRuntime, IsRefused) {
  ElfFile elf = sample_runtime();
  GetParam().apply(elf);
  const TemporaryFile file(bytes_of(elf));
  const auto runtime = RuntimeTemplate::read(file.path());
  ASSERT_FALSE(runtime);
  EXPECT_EQ(runtime.error().code, ErrorCode::kRuntimeMissing);
  EXPECT_THAT(runtime.error().summary, HasSubstr(GetParam().expected));
}

ElfSection& section(ElfFile& elf, std::string_view name) { return *elf.find_section(name); }

const Damage kDamages[] = {
    {"NoInfo", [](ElfFile& e) { section(e, ".modinfo").name = ".x"; }, "has no .modinfo"},
    {"OtherModule",
     [](ElfFile& e) { std::memcpy(section(e, ".modinfo").data.data() + 17, "xyz", 3); },
     "its name is not rex"},
    {"NoModule", [](ElfFile& e) { section(e, ".gnu.linkonce.this_module").name = ".x"; },
     "no struct module"},
    {"NoName",
     [](ElfFile& e) { section(e, ".gnu.linkonce.this_module").data[kNameOffset] = std::byte{'x'}; },
     "has no name"},
    {"NoExit", [](ElfFile& e) { section(e, ".gnu.linkonce.this_module").relocations.pop_back(); },
     "lacks init and exit"},
    {"OddVersions",
     [](ElfFile& e) {
       section(e, "__versions").data.resize(100);
       section(e, "__versions").size = 100;
     },
     "__versions are of another form"},
    {"FewChecksums",
     [](ElfFile& e) {
       section(e, "__kcrctab_gpl").data.resize(4);
       section(e, "__kcrctab_gpl").size = 4;
     },
     "lacks checksums"},
    {"AbsoluteTable",
     [](ElfFile& e) { section(e, "__ksymtab_gpl").relocations[1].type = R_X86_64_32; },
     "export table is of another form"},
};
INSTANTIATE_TEST_SUITE_P(All, DamagedRuntime, testing::ValuesIn(kDamages),
                         [](const auto& info) { return info.param.name; });

TEST(RuntimeTemplate, CompressedModuleIsExplained) {
  const char start[] =
      "\xfd"
      "7zXZ";
  const auto* bytes = reinterpret_cast<const std::byte*>(start);
  const TemporaryFile file({bytes, bytes + sizeof start});
  EXPECT_THAT(summary_of(RuntimeTemplate::read(file.path())), HasSubstr("is compressed"));
}

TEST(RuntimeTemplate, OfAnotherKernelIsExplained) {
  const TemporaryFile file(bytes_of(sample_runtime()));
  ::setenv("REX_RUNTIME", file.path().c_str(), 1);
  EXPECT_THAT(summary_of(RuntimeTemplate::of_running_kernel()),
              HasSubstr("was built for kernel 6.1.0-test, this is "));
  ::setenv("REX_RUNTIME", "/nonexistent/rex.ko", 1);
  EXPECT_THAT(summary_of(RuntimeTemplate::of_running_kernel()), HasSubstr("No such file"));
  ::unsetenv("REX_RUNTIME");
}

TEST(KprobeTarget, IsParsed) {
  const auto plain = KprobeTarget::parse("write_null", "x");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->function, "write_null");
  EXPECT_EQ(plain->offset, 0U);
  const auto inside = KprobeTarget::parse("vfs_read.isra.0+0x1c", "x");
  ASSERT_TRUE(inside);
  EXPECT_EQ(inside->function, "vfs_read.isra.0");
  EXPECT_EQ(inside->offset, 0x1cU);
  EXPECT_EQ(KprobeTarget::parse("f+16", "x")->offset, 16U);
  for (const char* text :
       {"", "+4", "f+", "f+0x", "f+4x", "f+-4", "a b", "f\n", "f+0x11111111111111111"})
    EXPECT_THAT(summary_of(KprobeTarget::parse(text, "x")), HasSubstr("cannot be attached to"))
        << text;
}

}  // namespace
}  // namespace rex::test
