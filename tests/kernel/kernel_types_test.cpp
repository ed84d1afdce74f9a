// SPDX-License-Identifier: GPL-2.0-only
// Fields of the kernel's structures are what user space sees, on each kernel with the same object.
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <gmock/gmock.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include "support.hpp"

namespace rex::test {
namespace {

using testing::HasSubstr;

bool is_6_1() {
  utsname system{};
  uname(&system);
  return std::string_view(system.release).starts_with("6.1.");
}

class KernelTypes : public testing::Test {
 protected:
  std::int64_t ask(const char* program) { return extension.run(program).value(); }

  std::int64_t ask(const char* program, std::uint64_t input) {
    EXPECT_EQ(bpf_map_update_elem(extension.map("input")->fd(), nullptr, &input, BPF_ANY), 0);
    return ask(program);
  }

  std::string text() { return first_text(extension, "texts"); }

  Extension extension = load("kernel_types");
};

// -Error::…, as the programs answer.
constexpr std::int64_t kNotFound = -4;
constexpr std::int64_t kFault = -7;

TEST_F(KernelTypes, Scalar) { EXPECT_EQ(ask("scalar"), getpid()); }

TEST_F(KernelTypes, Nested) {
  // The scheduler's own account of this thread, as /proc/self/schedstat shows it.
  const auto account = [] { return std::stoll(read_file("/proc/self/schedstat")); };
  const std::int64_t before = account();
  const std::int64_t between = ask("nested");
  EXPECT_GE(between, before);
  EXPECT_LE(between, account());
}

TEST_F(KernelTypes, Text) {
  EXPECT_EQ(ask("text"), 0);
  EXPECT_EQ(text(), "kernel_tests");
}

TEST_F(KernelTypes, Renamed) { EXPECT_EQ(ask("renamed"), 0) << "TASK_RUNNING"; }

TEST_F(KernelTypes, OptionalField) {
  EXPECT_EQ(ask("missing_optional"), 0);
  EXPECT_EQ(ask("newer_tested"), is_6_1() ? 0 : 1);
  if (is_6_1())
    EXPECT_EQ(ask("newer_optional"), -1);
  else
    EXPECT_GT(ask("newer_optional"), 0);
}

TEST_F(KernelTypes, BitFields) {
  EXPECT_EQ(ask("bit_field"), 0);
  const sched_param priority{};
  EXPECT_EQ(ask("reset_on_fork"), 0);
  ASSERT_EQ(sched_setscheduler(0, SCHED_OTHER | SCHED_RESET_ON_FORK, &priority), 0);
  EXPECT_EQ(ask("reset_on_fork"), 1);
  ASSERT_EQ(sched_setscheduler(0, SCHED_OTHER, &priority), 0);
  EXPECT_EQ(ask("reset_on_fork"), 0);
  EXPECT_EQ(ask("bits_of_a_whole_field"), getpid());
  EXPECT_EQ(ask("optional_bit"), 0);
}

TEST_F(KernelTypes, Arrays) {
  rlimit limit{};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &limit), 0);
  EXPECT_EQ(ask("array_in_structure"), static_cast<std::int64_t>(limit.rlim_cur));
  EXPECT_EQ(ask("array_element", 0), 'k');
  EXPECT_EQ(ask("array_element", 11), 's');
  std::int64_t sum = 0;
  for (const char character : std::string("kernel_tests")) sum += character;
  EXPECT_EQ(ask("array_whole"), sum);
}

TEST_F(KernelTypes, IndexOutsideOfAnArrayPanics) {
  KernelLog log;
  const std::uint64_t index = 16;
  ASSERT_EQ(bpf_map_update_elem(extension.map("input")->fd(), nullptr, &index, BPF_ANY), 0);
  EXPECT_FALSE(extension.run("array_element"));
  EXPECT_TRUE(log.wait_for("index 16 is outside of 0..16")) << log.text();
}

TEST_F(KernelTypes, Pointers) {
  struct stat file{};
  ASSERT_EQ(stat("/proc/self/exe", &file), 0);
  EXPECT_EQ(ask("pointers"), static_cast<std::int64_t>(file.st_ino));
  EXPECT_EQ(ask("file_name"), 0);
  EXPECT_EQ(text(), "kernel_tests");
  std::ifstream stat_file("/proc/self/stat");
  std::string line;
  std::getline(stat_file, line);
  std::istringstream fields(line.substr(line.rfind(')') + 2));
  std::string field;
  for (int i = 3; i <= 26; ++i) fields >> field;
  EXPECT_EQ(ask("start_code"), std::stoll(field));
}

TEST_F(KernelTypes, BadPointersAreFaults) {
  EXPECT_EQ(ask("null_pointer"), kFault);
  EXPECT_EQ(ask("wild_pointer", 0), kFault);
  EXPECT_EQ(ask("wild_pointer", 0x8000'0000'0000'0000), kFault) << "not canonical";
  EXPECT_EQ(ask("wild_pointer", reinterpret_cast<std::uint64_t>(this)), kFault) << "of user space";
  EXPECT_EQ(ask("missing_behind_pointer"), kNotFound);
}

TEST_F(KernelTypes, PointerArgumentOfATracepoint) {
  const auto link = extension.attach("on_switch");
  ASSERT_TRUE(link) << link.error().summary;
  // This thread sleeps and comes back: it is the last that a CPU has switched to at some time.
  bool seen = false;
  for (int i = 0; i < 1000 && !seen; ++i) {
    usleep(1000);
    seen = extension.global("switched_to").value() == static_cast<std::uint64_t>(getpid());
  }
  EXPECT_TRUE(seen);
}

TEST_F(KernelTypes, ExistenceTests) {
  EXPECT_EQ(ask("exists"), 1 + 2 + 4 + 8 + 16);
  EXPECT_EQ(ask("newer_function"), is_6_1() ? 0 : 1);
  EXPECT_EQ(ask("enumerator"), BPF_MAP_TYPE_RINGBUF);
  EXPECT_EQ(ask("size"), 16);
}

TEST(KernelTypesErrors, MissingFieldIsNamed) {
  const auto extension = Extension::load(std::filesystem::path("/opt/rex/tests/missing_field.rex"));
  ASSERT_FALSE(extension);
  utsname system{};
  uname(&system);
  EXPECT_THAT(extension.error().summary,
              HasSubstr("missing_field.rex: kernel " + std::string(system.release) +
                        " has no field no_such_field in struct task_struct"));
  EXPECT_THAT(extension.error().summary, HasSubstr("optional_field()"));
}

TEST(KernelTypesErrors, OtherTypeIsNamed) {
  const auto extension =
      Extension::load(std::filesystem::path("/opt/rex/tests/mistyped_field.rex"));
  ASSERT_FALSE(extension);
  EXPECT_THAT(extension.error().summary, HasSubstr("utime in struct task_struct"));
  EXPECT_THAT(extension.error().summary, HasSubstr("reads it as rex::i32"));
}

}  // namespace
}  // namespace rex::test
