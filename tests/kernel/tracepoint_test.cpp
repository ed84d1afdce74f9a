// SPDX-License-Identifier: GPL-2.0-only
// Tracepoints by name, with fields as the running kernel describes them.
#include <bpf/bpf.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "network.hpp"
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

std::vector<std::string> drain_names(const Extension& extension) {
  std::vector<std::string> names;
  std::array<char, 65> name{};
  while (bpf_map_lookup_and_delete_elem(extension.map("names")->fd(), nullptr, name.data()) == 0)
    names.emplace_back(name.data());
  return names;
}

/// Runs a program, and the pid that it had.
pid_t execute(const char* path) {
  const pid_t child = fork();
  if (child == 0) {
    execl(path, path, static_cast<char*>(nullptr));
    _exit(1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  return child;
}

TEST(Tracepoint, SchedSwitchNamesTheTask) {
  Extension extension = load("tracepoints");
  Link link = attach(extension, "on_switch");
  for (int i = 0; i < 5; ++i) usleep(1000);
  link.close();
  const auto seen = drain(extension, "seen");
  EXPECT_GE(std::ranges::count(seen, getpid()), 5);
  EXPECT_EQ(std::ranges::count(seen, -1), 0);
  usleep(1000);
  EXPECT_TRUE(drain(extension, "seen").empty());
}

TEST(Tracepoint, SystemCallsHaveTheirArguments) {
  Extension extension = load("tracepoints");
  const Link link = attach(extension, "on_open");
  EXPECT_LT(openat(AT_FDCWD, "/no/such/file", O_RDONLY), 0);
  const auto names = drain_names(extension);
  EXPECT_EQ(std::ranges::count(names, "/no/such/file"), 1);
  const auto seen = drain(extension, "seen");
  EXPECT_GE(std::ranges::count(seen, 257), 1);
}

TEST(Tracepoint, ArraysAreRead) {
  Extension extension = load("tracepoints");
  const Link link = attach(extension, "on_any_call");
  EXPECT_LT(dup2(-7, 12345), 0);
  EXPECT_EQ(drain(extension, "seen"), (std::vector{-7, 12345}));
}

TEST(Tracepoint, TextOfAnyLengthIsRead) {
  Extension extension = load("tracepoints");
  const Link link = attach(extension, "on_exec");
  const Link cut = attach(extension, "on_exec_short");
  const pid_t pid = execute("/bin/true");
  auto names = drain_names(extension);
  std::ranges::sort(names);
  EXPECT_EQ(names, (std::vector<std::string>{"/bin", "/bin/true"}));
  EXPECT_EQ(drain(extension, "seen"), std::vector<std::int32_t>{pid});
}

TEST(Tracepoint, MemoryAllocationsAreSeen) {
  Extension extension = load("tracepoints");
  Link link = attach(extension, "on_allocation");
  const int fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
  close(fd);
  link.close();  // taking an element out of a queue allocates memory
  const auto seen = drain(extension, "seen");
  EXPECT_GE(std::ranges::count(seen, 1), 1);
  EXPECT_EQ(std::ranges::count(seen, 0), 0);
}

TEST(Tracepoint, NeedsNoFields) {
  Extension extension = load("tracepoints");
  const Link link = attach(extension, "no_fields");
  execute("/bin/true");
  EXPECT_EQ(drain(extension, "seen"), std::vector{1});
}

TEST(Tracepoint, SurvivesAPanic) {
  Extension extension = load("tracepoints");
  KernelLog log;
  const Link link = attach(extension, "panics");
  execute("/bin/true");
  EXPECT_TRUE(log.wait_for("tracepoints/panics panicked at tracepoints.cpp")) << log.text();
  execute("/bin/true");
  EXPECT_EQ(extension.stats("panics")->panics, 1u);
}

TEST(Tracepoint, FieldsAreComparedWithTheKernels) {
  Extension extension = load("tracepoints");
  for (const auto& [program, why] :
       {std::pair{"misspelt",
                  "field previous_pid of sched:sched_switch, which this kernel does not "
                  "have; it has prev_comm, prev_pid, prev_prio"},
        std::pair{"wrong_size",
                  "prev_pid of sched:sched_switch as rex::i64, in this kernel it is "
                  "rex::i32 (pid_t)"},
        std::pair{"wrong_sign",
                  "prev_pid of sched:sched_switch as rex::u32, in this kernel it is "
                  "rex::i32 (pid_t)"},
        std::pair{"no_text", "prev_pid of sched:sched_switch as rex::Text<4>, in this kernel"},
        std::pair{"wrong_array",
                  "args of raw_syscalls:sys_enter as rex::Array<rex::u32, 12>, in "
                  "this kernel it is rex::Array<rex::u64, 6>"}}) {
    const auto link = extension.attach(program);
    ASSERT_FALSE(link.has_value()) << program;
    EXPECT_NE(link.error().summary.find(why), std::string::npos) << link.error().summary;
  }
}

TEST(Tracepoint, TargetsAreChecked) {
  Extension extension = load("tracepoints");
  for (const auto& [target, why] :
       {std::pair{"sched_switch", "names no tracepoint"},
        std::pair{"sched:", "names no tracepoint"},
        std::pair{"sched/../x:y", "names no tracepoint"},
        std::pair{"sched:no_such", "has no tracepoint sched:no_such"}}) {
    const auto link = extension.attach("no_fields", target);
    ASSERT_FALSE(link.has_value()) << target;
    EXPECT_NE(link.error().summary.find(why), std::string::npos) << link.error().summary;
  }
}

TEST(Tracepoint, TheDeclarationIsPrinted) {
  const std::string text = output_of("rex tracepoint sched:sched_process_exec");
  for (const char* part :
       {"using SchedProcessExec = rex::Tracepoint<", "\"sched:sched_process_exec\"",
        "rex::TraceField<\"filename\", rex::Text<64>>", "rex::TraceField<\"pid\", rex::i32>"})
    EXPECT_NE(text.find(part), std::string::npos) << text;
  EXPECT_NE(output_of("rex tracepoint raw_syscalls:sys_enter")
                .find("rex::TraceField<\"args\", rex::Array<rex::u64, 6>>"),
            std::string::npos);
  EXPECT_NE(output_of("rex tracepoint sched:nothing 2>&1").find("has no tracepoint sched:nothing"),
            std::string::npos);
}

}  // namespace
}  // namespace rex::test
