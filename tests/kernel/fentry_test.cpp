// SPDX-License-Identifier: GPL-2.0-only
// Programs at functions' entries, alone and beside other tools, in either order of attaching.
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "other_tool.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

Link attach(Extension& extension, std::string_view program) {
  auto link = extension.attach(program);
  if (!link) {
    ADD_FAILURE() << link.error().summary << '\n' << link.error().details;
    std::exit(1);
  }
  return std::move(*link);
}

const std::vector<std::int32_t> kOnce{1};  // what a write of one byte leaves in `seen`

class Fentry : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Way, Fentry, testing::Values("on_write", "on_write_direct"),
                         [](const auto& way) { return std::string(way.param); });

TEST_P(Fentry, ReadsArguments) {
  Extension extension = load("fentry");
  Link link = attach(extension, GetParam());
  write_null();
  EXPECT_EQ(drain(extension, "seen"), kOnce);
  link.close();
  write_null();
  EXPECT_TRUE(drain(extension, "seen").empty());
}

TEST_P(Fentry, SeveralProgramsAFunction) {
  Extension first = load("fentry");
  Extension second = load("fentry");
  Link link = attach(first, GetParam());
  const Link other = attach(second, GetParam());
  write_null();
  EXPECT_EQ(drain(first, "seen"), kOnce);
  EXPECT_EQ(drain(second, "seen"), kOnce);
  link.close();
  write_null();
  EXPECT_TRUE(drain(first, "seen").empty());
  EXPECT_EQ(drain(second, "seen"), kOnce);
}

TEST_P(Fentry, GoesBesideAnEbpfProgram) {
  const OtherTool other = OtherTool::fentry("write_null");
  ASSERT_EQ(other.error(), 0);
  Extension extension = load("fentry");
  Link link = attach(extension, GetParam());
  write_null();
  EXPECT_EQ(drain(extension, "seen"), kOnce);
  EXPECT_EQ(other.count(), 1u);
  link.close();
  write_null();
  EXPECT_EQ(other.count(), 2u);
}

TEST(FentryBeside, LetsEbpfProgramsComeLater) {
  Extension extension = load("fentry");
  Link link = attach(extension, "on_write");
  {
    const OtherTool entry = OtherTool::fentry("write_null");
    ASSERT_EQ(entry.error(), 0);
    const OtherTool exit = OtherTool::fexit("write_null");
    ASSERT_EQ(exit.error(), 0);
    write_null();
    EXPECT_EQ(drain(extension, "seen"), kOnce);
    EXPECT_EQ(entry.count(), 1u);
    EXPECT_EQ(exit.count(), 1u);
    link.close();
    write_null();
    EXPECT_EQ(entry.count(), 2u);
    link = attach(extension, "on_write");
  }
  write_null();
  EXPECT_EQ(drain(extension, "seen"), kOnce);
}

// What who asks for it is told in docs/hooks/fentry.md.
TEST(FentryBeside, DirectKeepsEbpfProgramsAway) {
  Extension extension = load("fentry");
  const Link link = attach(extension, "on_write_direct");
  EXPECT_EQ(OtherTool::fentry("write_null").error(), EBUSY);
  write_null();
  EXPECT_EQ(drain(extension, "seen"), kOnce);
}

TEST(FentryBeside, SurvivesAPanic) {
  for (const char* program : {"panics", "panics_direct"}) {
    Extension extension = load("fentry");
    KernelLog log;
    const Link link = attach(extension, program);
    write_null();
    EXPECT_TRUE(log.wait_for(std::string("fentry/") + program + " panicked at fentry.cpp"))
        << log.text();
    write_null();
    EXPECT_EQ(extension.stats(program)->panics, 1u);
  }
}

TEST(Kprobe, GoesBesideAnEbpfProgram) {
  Extension extension = load("fentry");
  for (const bool first : {true, false}) {
    std::optional<Link> link;
    if (first) link = attach(extension, "on_kprobe");
    const OtherTool probe = OtherTool::kprobe("write_null");
    ASSERT_EQ(probe.error(), 0);
    const OtherTool entry = OtherTool::fentry("write_null");
    ASSERT_EQ(entry.error(), 0);
    if (!first) link = attach(extension, "on_kprobe");
    write_null();
    EXPECT_EQ(drain(extension, "seen"), kOnce);
    EXPECT_EQ(probe.count(), 1u);
    EXPECT_EQ(entry.count(), 1u);
  }
}

TEST(RawTracepoint, GoesBesideAnEbpfProgram) {
  Extension extension = load("fentry");
  for (const bool first : {true, false}) {
    std::optional<Link> link;
    if (first) link = attach(extension, "on_system_call");
    const OtherTool other = OtherTool::raw_tracepoint("sys_enter");
    ASSERT_EQ(other.error(), 0);
    if (!first) link = attach(extension, "on_system_call");
    const std::uint64_t before = other.count();
    syscall(SYS_getpid);
    EXPECT_GT(other.count(), before);
    const auto seen = drain(extension, "seen");
    EXPECT_GE(std::ranges::count(seen, 39), 1);
  }
}

}  // namespace
}  // namespace rex::test
