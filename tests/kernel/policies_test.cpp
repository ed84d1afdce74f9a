// SPDX-License-Identifier: GPL-2.0-only
// LSM and fexit programs.
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

Link attach(Extension& extension, std::string_view program, std::string_view target = {}) {
  auto link = target.empty() ? extension.attach(program) : extension.attach(program, target);
  if (!link) {
    ADD_FAILURE() << link.error().summary << '\n' << link.error().details;
    std::exit(1);
  }
  return std::move(*link);
}

/// Renames a file: 0 or errno.
int rename_file() {
  close(open("/tmp/before", O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
  const int error = std::rename("/tmp/before", "/tmp/after") == 0 ? 0 : errno;
  unlink("/tmp/after");
  return error;
}

/// vfs_fallocate(file, FALLOC_FL_KEEP_SIZE, 0, 4096)
void allocate() {
  const int fd = open("/tmp/allocated", O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  ASSERT_EQ(fallocate(fd, FALLOC_FL_KEEP_SIZE, 0, 4096), 0);
  close(fd);
}

TEST(Lsm, DeniesAndAllows) {
  Extension extension = load("policies");
  Link link = attach(extension, "deny_rename");
  EXPECT_EQ(rename_file(), 0);
  push(extension, "culprit", 1);
  EXPECT_EQ(rename_file(), EACCES);
  EXPECT_EQ(drain(extension, "seen").size(), 2u);
  EXPECT_NE(output_of("bpftool link").find("lsm_mac"), std::string::npos);
  link.close();
  EXPECT_EQ(rename_file(), 0);
}

TEST(Lsm, HasTypedArguments) {
  Extension extension = load("policies");
  const Link link = attach(extension, "typed");
  ASSERT_EQ(setpriority(PRIO_PROCESS, 0, 3), 0);
  EXPECT_EQ(drain(extension, "seen"), (std::vector<std::int32_t>{3, 0}));

  const auto wrong = extension.attach("wrongly_typed");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, ErrorCode::kKernelUnsupported);
  EXPECT_NE(wrong.error().summary.find("argument 1"), std::string::npos) << wrong.error().summary;
}

TEST(Lsm, APanicAllowsAndDetaches) {
  KernelLog log;
  Extension extension = load("policies");
  const Link link = attach(extension, "panics");
  EXPECT_EQ(rename_file(), 0);
  EXPECT_TRUE(log.wait_for("program policies/panics panicked at policies.cpp:")) << log.text();
  EXPECT_EQ(rename_file(), 0);
  EXPECT_EQ(extension.stats("panics")->panics, 1u);
}

TEST(Lsm, AProgramDeclaresItsPanicValue) {
  KernelLog log;
  Extension extension = load("policies");
  const Link link = attach(extension, "panics_closed");
  EXPECT_EQ(rename_file(), EROFS);
  EXPECT_TRUE(log.wait_for("program policies/panics_closed panicked")) << log.text();
  EXPECT_TRUE(wait_until([] { return rename_file() == 0; })) << "it is detached";
}

TEST(Lsm, DeniesBesideAnotherToolsProgram) {
  const int id = libbpf_find_vmlinux_btf_id("path_rename", BPF_LSM_MAC);
  const bpf_insn code[] = {{BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, -EBUSY},
                           {BPF_JMP | BPF_EXIT, 0, 0, 0, 0}};
  bpf_prog_load_opts options{};
  options.sz = sizeof options;
  options.expected_attach_type = BPF_LSM_MAC;
  options.attach_btf_id = static_cast<std::uint32_t>(id);
  const int program = bpf_prog_load(BPF_PROG_TYPE_LSM, "other", "GPL", code, 2, &options);
  ASSERT_GE(program, 0);

  Extension extension = load("policies");
  push(extension, "culprit", 1);
  std::optional<Link> link = attach(extension, "deny_rename");
  const int other = bpf_raw_tracepoint_open(nullptr, program);
  ASSERT_GE(other, 0);
  EXPECT_NE(rename_file(), 0);
  link.reset();
  EXPECT_EQ(rename_file(), EBUSY);
  link = attach(extension, "deny_rename");
  EXPECT_NE(rename_file(), 0);
  close(other);
  EXPECT_EQ(rename_file(), EACCES);
  close(program);
}

TEST(Lsm, ErrorsSayWhatIsWrong) {
  Extension extension = load("policies");
  EXPECT_NE(
      extension.attach("deny_rename", "no_hook").error().summary.find("no such security hook"),
      std::string::npos);
}

TEST(Lsm, AKilledLoaderLeavesNothing) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    Extension extension = load("policies");
    const std::int32_t value = 1;
    bpf_map_update_elem(extension.map("culprit")->fd(), nullptr, &value, BPF_ANY);
    const Link link = attach(extension, "deny_rename");
    if (write(ready[1], "x", 1) == 1) pause();
    _exit(1);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_EQ(rename_file(), EACCES);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_TRUE(wait_until([] { return rename_file() == 0; }));
  EXPECT_TRUE(wait_until([] {
    const Extension next = load("policies");
    return extension_modules() == std::vector{next.module_name()};
  }));
}

TEST(Fexit, SeesArgumentsAndResult) {
  Extension extension = load("policies");
  Link link = attach(extension, "on_allocated");
  allocate();
  EXPECT_EQ(drain(extension, "seen"), (std::vector<std::int32_t>{1, 4096, 0}));
  EXPECT_NE(output_of("bpftool link").find("trace_fexit"), std::string::npos);
  link.close();
  allocate();
  EXPECT_TRUE(drain(extension, "seen").empty());
}

TEST(Fexit, IsAttachedWhereTheLoaderSays) {
  Extension extension = load("policies");
  const Link link = attach(extension, "on_return", "vfs_fallocate");
  allocate();
  EXPECT_EQ(drain(extension, "seen"), std::vector<std::int32_t>{0});
}

TEST(Fexit, APanicDetaches) {
  KernelLog log;
  Extension extension = load("policies");
  const Link link = attach(extension, "panics_on_return", "vfs_fallocate");
  allocate();
  EXPECT_TRUE(log.wait_for("program policies/panics_on_return panicked")) << log.text();
  allocate();
  EXPECT_EQ(extension.stats("panics_on_return")->panics, 1u);
}

TEST(Fexit, ErrorsSayWhatIsWrong) {
  Extension extension = load("policies");
  const auto link = extension.attach("on_return", "no_such_function");
  ASSERT_FALSE(link.has_value());
  EXPECT_NE(link.error().summary.find("no function no_such_function"), std::string::npos)
      << link.error().summary;
}

}  // namespace
}  // namespace rex::test
