// SPDX-License-Identifier: GPL-2.0-only
// What programs print is in the log, from every context, with where and when.
#include <gmock/gmock.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include <rex/listing.hpp>
#include <rex/log.hpp>
#include <thread>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::uint64_t monotonic() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 +
         static_cast<std::uint64_t>(time.tv_nsec);
}

class Printing : public testing::Test {
 protected:
  Printing() : log(Log::open().value()) { rest(); }

  /// What is in the log and was not read yet.
  std::vector<LogRecord> rest() {
    std::vector<LogRecord> records;
    for (;;) {
      auto record = log.next();
      EXPECT_TRUE(record);
      if (!record || !*record) return records;
      records.push_back(std::move(**record));
    }
  }

  std::vector<std::string> texts(std::string_view program) {
    std::vector<std::string> all;
    for (const LogRecord& record : rest())
      if (record.program == program) all.push_back(record.text);
    return all;
  }

  Log log;
};

TEST_F(Printing, KindsOfArguments) {
  auto extension = load("printing");
  ASSERT_EQ(extension.run("print_kinds"), 0);
  EXPECT_THAT(texts("print_kinds"),
              ElementsAre("plain", "255 -128 1000000000000", "ff 0XFF 10 101",
                          "[   42] [42   ] [ 42  ] [***42] [-0042]", "true   text {}",
                          "3 80 10.0.0.1 02:00:00:00:00:ff"));
}

TEST_F(Printing, RecordsTellWhereAndWhen) {
  auto extension = load("printing");
  const std::uint64_t before = monotonic();
  ASSERT_EQ(extension.run("print_kinds"), 0);
  const std::uint64_t after = monotonic();
  const auto records = rest();
  ASSERT_EQ(records.size(), 7u);
  EXPECT_EQ(records[0].kind, LogKind::kLoaded);
  const LogRecord& record = records[1];
  EXPECT_EQ(record.kind, LogKind::kLine);
  EXPECT_EQ(record.extension, "printing");
  EXPECT_EQ(record.program, "print_kinds");
  EXPECT_EQ(record.file, "printing.cpp");
  EXPECT_EQ(record.line, 10u);
  EXPECT_EQ(record.pid, getpid());
  EXPECT_EQ(record.comm, "kernel_tests");
  EXPECT_GE(static_cast<std::uint64_t>(record.time.count()), before);
  EXPECT_LE(static_cast<std::uint64_t>(record.time.count()), after);
  EXPECT_EQ(records[1].level, LogLevel::kInfo);
  EXPECT_EQ(records[2].level, LogLevel::kDebug);
  EXPECT_EQ(records[3].level, LogLevel::kWarn);
  EXPECT_EQ(records[4].level, LogLevel::kError);
}

TEST_F(Printing, LostLinesAreCounted) {
  LoadOptions options;
  options.params["flood"] = 3000;
  auto extension = Extension::load(std::filesystem::path("printing.rex"), options).value();
  rest();
  ASSERT_EQ(extension.run("print_flood"), 0);
  const auto records = rest();
  ASSERT_EQ(records.size(), 1024u);
  EXPECT_EQ(records[0].lost, 3000u - 1024);
  EXPECT_EQ(records[0].text, "line 1976");
  EXPECT_EQ(records[1].lost, 0u);
  EXPECT_EQ(records.back().text, "line 2999");
}

TEST_F(Printing, ReadersDoNotTakeFromEachOther) {
  auto extension = load("printing");
  ASSERT_EQ(extension.run("print_kinds"), 0);
  auto other = Log::open().value();
  std::uint64_t last = 0;
  while (const auto record = other.next().value()) last = record->sequence;
  EXPECT_EQ(rest().back().sequence, last);
}

TEST_F(Printing, WaitingReaderIsWoken) {
  auto extension = load("printing");
  rest();
  pollfd readable{.fd = log.fd(), .events = POLLIN, .revents = 0};
  EXPECT_EQ(poll(&readable, 1, 0), 0);
  std::thread writer([&] {
    usleep(50'000);
    EXPECT_EQ(extension.run("print_kinds"), 0);
  });
  EXPECT_EQ(poll(&readable, 1, 10'000), 1);
  writer.join();
}

TEST_F(Printing, InAKprobe) {
  auto extension = load("printing");
  const auto link = extension.attach("print_in_kprobe");
  ASSERT_TRUE(link) << link.error().summary;
  write_null();
  EXPECT_THAT(texts("print_in_kprobe"), ElementsAre("in a kprobe of kernel_tests"));
}

// With interrupts off, as in an NMI.
TEST_F(Printing, InABreakpoint) {
  auto extension = load("printing");
  const auto link = attach_inside(extension, "print_in_kprobe", "write_null");
  ASSERT_TRUE(link);
  pollfd readable{.fd = log.fd(), .events = POLLIN, .revents = 0};
  std::thread writer([] {
    usleep(50'000);
    write_null();
  });
  rest();
  EXPECT_EQ(poll(&readable, 1, 10'000), 1) << "a waiting reader is woken";
  writer.join();
  EXPECT_THAT(texts("print_in_kprobe"), ElementsAre("in a kprobe of kernel_tests"));
}

TEST_F(Printing, WithTheRunQueueLocked) {
  auto extension = load("printing");
  const auto link = extension.attach("print_in_switch");
  ASSERT_TRUE(link) << link.error().summary;
  // A reader waits, so that each line has to wake it.
  pollfd readable{.fd = log.fd(), .events = POLLIN, .revents = 0};
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(poll(&readable, 1, 10'000), 1);
    const auto seen = texts("print_in_switch");
    for (const auto& text : seen) EXPECT_EQ(text, "in the scheduler");
    usleep(1000);
  }
  EXPECT_GT(extension.stats("print_in_switch")->runs, 20u);
}

TEST_F(Printing, InItsOwnWakeUp) {
  auto extension = load("printing");
  const auto link = extension.attach("print_in_wake");
  ASSERT_TRUE(link) << link.error().summary;
  ASSERT_EQ(extension.run("print_kinds"), 0);
  usleep(20'000);
  EXPECT_THAT(texts("print_kinds"), testing::SizeIs(6));
}

TEST_F(Printing, PanicsAndUnloadingAreInTheLog) {
  {
    auto extension = load("printing");
    EXPECT_FALSE(extension.run("fail"));
  }
  const auto records = rest();
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[0].kind, LogKind::kLoaded);
  EXPECT_EQ(records[1].kind, LogKind::kPanic);
  EXPECT_EQ(records[1].text, "on {purpose}");
  EXPECT_EQ(records[1].file, "printing.cpp");
  EXPECT_EQ(records[1].level, LogLevel::kError);
  EXPECT_EQ(records[2].kind, LogKind::kUnloaded);
}

TEST_F(Printing, RexLogShowsIt) {
  auto extension = load("printing");
  ASSERT_EQ(extension.run("print_kinds"), 0);
  EXPECT_FALSE(extension.run("fail"));
  const std::string plain = output_of("rex log --extension printing");
  EXPECT_THAT(plain, HasSubstr("warn  printing/print_kinds printing.cpp:12: ff 0XFF 10 101\n"));
  EXPECT_THAT(plain, HasSubstr("error printing/fail printing.cpp:42:38: panicked: on {purpose}\n"));
  const std::string chosen = output_of("rex log --json --level error");
  EXPECT_THAT(chosen, HasSubstr("\"kind\":\"panic\""));
  EXPECT_THAT(chosen, Not(HasSubstr("ff 0XFF 10 101")));
  EXPECT_THAT(output_of("rex log --extension another"), testing::IsEmpty());
}

TEST_F(Printing, RexLogWritesToTheTrace) {
  auto extension = load("printing");
  ASSERT_EQ(extension.run("print_kinds"), 0);
  output_of("mount -t tracefs none /sys/kernel/tracing 2>/dev/null");  // it may be there already
  output_of("rex log --trace-pipe");
  EXPECT_THAT(read_file("/sys/kernel/tracing/trace"),
              HasSubstr("rex: printing/print_kinds printing.cpp:12: ff 0XFF 10 101"));
}

TEST(Listing, RexListShowsIt) {
  auto extension = load("printing");
  EXPECT_FALSE(extension.run("fail"));
  const std::string table = output_of("rex list");
  EXPECT_THAT(table, testing::ContainsRegex("printing/fail +once +0 +1 +0 +1 +" +
                                            std::to_string(getpid())));
  EXPECT_THAT(table, HasSubstr("disabled"));
  EXPECT_THAT(output_of("rex list --json"), HasSubstr("\"disabled\": true"));
}

TEST(Listing, ShowsProgramsOfAllExtensions) {
  auto extension = load("printing");
  auto other = load("globals");
  ASSERT_EQ(extension.run("print_kinds"), 0);
  EXPECT_FALSE(extension.run("fail"));
  const auto link = extension.attach("print_in_kprobe", "write_null");
  ASSERT_TRUE(link);
  const auto all = loaded_extensions();
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 2u);
  EXPECT_EQ((*all)[0].name, "printing");
  EXPECT_EQ((*all)[0].module, extension.module_name());
  EXPECT_EQ((*all)[0].loader, getpid());
  EXPECT_TRUE((*all)[0].owned);
  ASSERT_EQ((*all)[0].programs.size(), 6u);
  const auto find = [&](std::string_view name) {
    for (const LoadedProgram& program : (*all)[0].programs)
      if (program.name == name) return program;
    return LoadedProgram{};
  };
  EXPECT_EQ(find("print_kinds").stats.runs, 1u);
  EXPECT_EQ(find("print_in_kprobe").links, 1u);
  EXPECT_EQ(find("print_in_kprobe").hook, REX_HOOK_KPROBE);
  EXPECT_EQ(find("fail").stats.panics, 1u);
  EXPECT_TRUE(find("fail").stats.disabled);
  EXPECT_EQ((*all)[1].name, "globals");
}

}  // namespace
}  // namespace rex::test
