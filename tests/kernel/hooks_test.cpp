// SPDX-License-Identifier: GPL-2.0-only
// The hooks that the runtime registers itself, each fired for real.
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

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

void burn(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) {
  }
}

TEST(Hooks, KprobeReadsArguments) {
  Extension extension = load("hooks");
  const Link link = attach(extension, "at_entry");
  write_null();
  EXPECT_EQ(drain(extension, "seen"), std::vector{1});
}

TEST(Hooks, KretprobeReadsTheReturnValue) {
  Extension extension = load("hooks");
  Link link = attach(extension, "at_return");
  write_null();
  EXPECT_EQ(drain(extension, "seen"), std::vector{1});
  link.close();
  write_null();
  EXPECT_TRUE(drain(extension, "seen").empty());
}

TEST(Hooks, DeclaredTypesAreComparedWithTheKernels) {
  Extension extension = load("hooks");
  for (const auto& [program, why] :
       {std::pair{"wrong_types", "argument 0 of write_null as rex::u32"},
        std::pair{"too_many", "declares 5 arguments of write_null"},
        std::pair{"not_a_task", "argument 0 of sched_switch as rex::Task"}}) {
    const auto link = extension.attach(program);
    ASSERT_FALSE(link.has_value()) << program;
    EXPECT_NE(link.error().summary.find(why), std::string::npos) << link.error().summary;
  }
}

TEST(Hooks, RawTracepointReadsArguments) {
  Extension extension = load("hooks");
  const Link link = attach(extension, "on_system_call");
  for (int i = 0; i < 3; ++i) syscall(SYS_getpid);
  const auto seen = drain(extension, "seen");
  EXPECT_GE(std::ranges::count(seen, 39), 3);
}

TEST(Hooks, RawTracepointReadsTasksWithInterruptsOff) {
  burn(std::chrono::milliseconds(20));  // some user time for this task
  Extension extension = load("hooks");
  const Link link = attach(extension, "on_switch");
  for (int i = 0; i < 20; ++i) usleep(1000);
  EXPECT_FALSE(drain(extension, "seen").empty());
}

TEST(Hooks, RawTracepointIsEndedWithInterruptsOff) {
  Extension extension = load("hooks");
  KernelLog log;
  const Link link = attach(extension, "spin_on_switch");
  usleep(1000);
  EXPECT_TRUE(log.wait_for("hooks/spin_on_switch panicked at hooks.cpp")) << log.text();
}

TEST(Hooks, AnUnknownTracepointIsRefusedByName) {
  Extension extension = load("hooks");
  const auto link = extension.attach("on_switch", "no_such_tracepoint");
  ASSERT_FALSE(link.has_value());
  EXPECT_NE(link.error().summary.find("no tracepoint no_such_tracepoint"), std::string::npos)
      << link.error().summary;
}

TEST(Hooks, PerfEventSamples) {
  Extension extension = load("hooks");
  Link link = attach(extension, "sample");
  burn(std::chrono::milliseconds(50));
  link.close();
  const auto seen = drain(extension, "seen");
  EXPECT_GE(std::ranges::count(seen, 1), 5) << "samples of a task that computes in user space";
}

TEST(Hooks, PerfEventIsEnded) {
  Extension extension = load("hooks");
  KernelLog log;
  const Link link = attach(extension, "spin_in_sample");
  burn(std::chrono::milliseconds(50));
  EXPECT_TRUE(log.wait_for("hooks/spin_in_sample panicked at hooks.cpp")) << log.text();
}

TEST(Hooks, PerfEventTargetsAreCheckedByName) {
  Extension extension = load("hooks");
  for (const char* target :
       {"cpu-clock", "cpu-clock/", "cpu-clock/10", "no-such-counter/1000000"}) {
    const auto link = extension.attach("sample", target);
    ASSERT_FALSE(link.has_value()) << target;
    EXPECT_EQ(link.error().code, ErrorCode::kInvalidArgument);
    EXPECT_NE(link.error().summary.find(target), std::string::npos) << link.error().summary;
  }
}

}  // namespace
}  // namespace rex::test
