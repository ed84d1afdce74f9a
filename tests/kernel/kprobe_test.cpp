// SPDX-License-Identifier: GPL-2.0-only
// kprobe programs: where they attach, what ends them, what must not be probed.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.hpp"

namespace rex::test {
namespace {

constexpr const char* kProbeList = "/sys/kernel/debug/kprobes/list";

bool is_probed(std::string_view function) {
  return read_file(kProbeList).find(function) != std::string::npos;
}

TEST(Kprobe, RunsOnceForEachEvent) {
  Extension extension = load("probes");
  auto link = extension.attach("count");
  ASSERT_TRUE(link.has_value()) << link.error().summary;
  for (int i = 0; i < 10; ++i) write_null();
  EXPECT_EQ(drain(extension, "runs").size(), 10u);
  EXPECT_EQ(extension.stats("count")->runs, 10u);

  link->close();
  write_null();
  EXPECT_TRUE(drain(extension, "runs").empty()) << "a closed link is detached";
  EXPECT_FALSE(is_probed("write_null"));
}

TEST(Kprobe, OneProgramRunsAtSeveralFunctions) {
  Extension extension = load("probes");
  auto write = extension.attach("count", "write_null");
  const auto group = extension.attach("count", "__x64_sys_getpgid");
  ASSERT_TRUE(write.has_value() && group.has_value());
  write_null();
  getpgid(0);
  EXPECT_EQ(drain(extension, "runs").size(), 2u);
  write->close();
  write_null();
  getpgid(0);
  EXPECT_EQ(drain(extension, "runs").size(), 1u);
}

TEST(Kprobe, RunsInsideAFunction) {
  Extension extension = load("probes");
  const auto link = attach_inside(extension, "count_anywhere", "write_null");
  ASSERT_TRUE(link.has_value());
  write_null();
  EXPECT_EQ(drain(extension, "runs").size(), 1u);
}

TEST(Kprobe, IsEndedInsideAFunctionWithInterruptsOff) {
  Extension extension = load("probes");
  KernelLog log;
  const auto link = attach_inside(extension, "spin_anywhere", "write_null");
  ASSERT_TRUE(link.has_value());
  write_null();
  EXPECT_TRUE(log.wait_for("program probes/spin_anywhere panicked")) << log.text();
  EXPECT_EQ(extension.stats("spin_anywhere")->panics, 1u);
}

TEST(Kprobe, IsEndedAtAFunctionsEntry) {
  Extension extension = load("probes");
  KernelLog log;
  auto link = extension.attach("spin_anywhere", "write_null");
  ASSERT_TRUE(link.has_value()) << link.error().summary;
  write_null();
  EXPECT_TRUE(log.wait_for("program probes/spin_anywhere panicked")) << log.text();
}

// Printing there, under the run-queue lock, hangs the machine: the record is printed later.
TEST(Kprobe, APanicUnderTheRunQueueLockIsPrintedLater) {
  for (const char* function : {"update_curr", "dequeue_entity", "update_load_avg"}) {
    Extension extension = load("probes");
    KernelLog log;
    auto link = extension.attach("panic_anywhere", function);
    if (!link) continue;
    EXPECT_TRUE(log.wait_for("program probes/panic_anywhere panicked")) << log.text();
    return;
  }
  FAIL() << "no function of the scheduler could be probed";
}

TEST(Kprobe, ACrashedProgramIsDetached) {
  Extension extension = load("probes");
  KernelLog log;
  auto link = extension.attach("panic_anywhere", "write_null");
  ASSERT_TRUE(link.has_value()) << link.error().summary;
  write_null();
  ASSERT_TRUE(log.wait_for("panicked"));
  for (int i = 0; i < 100 && is_probed("write_null"); ++i) usleep(10'000);
  EXPECT_FALSE(is_probed("write_null"));
  EXPECT_EQ(extension.attach("panic_anywhere", "write_null").error().code, ErrorCode::kPanicked);
}

TEST(Kprobe, WhatAPanicSkipsCannotBeProbed) {
  Extension extension = load("probes");
  const std::string events = "/sys/kernel/tracing/kprobe_events";
  for (const char* function :
       {"rex_probes__count", "rex_poll", "rex_panic", "rex_dispatch", "rex_dispatch_exit"}) {
    EXPECT_FALSE(write_file(events, std::string("p:rex_try ") + function)) << function;
    EXPECT_FALSE(write_file(events, std::string("r:rex_try ") + function)) << function;
  }
  // The file takes probes at all.
  EXPECT_TRUE(write_file(events, "p:rex_try write_null"));
  EXPECT_TRUE(write_file(events, "-:rex_try"));
}

TEST(Kprobe, AnUnknownFunctionIsRefusedByName) {
  Extension extension = load("probes");
  const auto link = extension.attach("count_anywhere", "no_such_function_here");
  ASSERT_FALSE(link.has_value());
  EXPECT_EQ(link.error().code, ErrorCode::kAttachRefused);
  EXPECT_NE(link.error().summary.find("no_such_function_here"), std::string::npos);
}

TEST(Ownership, AKilledLoaderLeavesNothingAttached) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    Extension extension = load("probes");
    auto link = extension.attach("count");
    if (!link || write(ready[1], "x", 1) != 1) _exit(1);
    pause();
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_TRUE(is_probed("write_null"));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_FALSE(is_probed("write_null"));
  EXPECT_EQ(extension_modules().size(), 1u) << "the module stays, an orphan";

  // The next load sweeps it.
  const Extension next = load("probes");
  EXPECT_EQ(extension_modules(), std::vector{next.module_name()});
}

TEST(Ownership, AnOwnedExtensionCannotBeUnloadedByOthers) {
  const Extension extension = load("probes");
  const std::string command = "rmmod " + extension.module_name() + " 2>/dev/null";
  EXPECT_NE(std::system(command.c_str()), 0);
  EXPECT_EQ(extension_modules().size(), 1u);
}

TEST(Ownership, NothingIsLeftWhenTheExtensionIsGone) {
  {
    const Extension extension = load("probes");
  }
  EXPECT_TRUE(extension_modules().empty());
}

}  // namespace
}  // namespace rex::test
