// SPDX-License-Identifier: GPL-2.0-only
// Functions of the kernel whose result a program chooses.
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

constexpr const char* kFolder = "/tmp/override";

/// 0 or the errno of making a folder, which is gone afterwards.
int make_folder() {
  const int error = syscall(SYS_mkdir, kFolder, 0700) == 0 ? 0 : errno;
  EXPECT_EQ(rmdir(kFolder) == 0, error == 0) << "a call that fails has made no folder";
  return error;
}

/// On a file system whose pages are added by __filemap_add_folio().
int write_page() {
  mkdir("/tmp/ramfs", 0700);
  EXPECT_EQ(mount("none", "/tmp/ramfs", "ramfs", 0, nullptr), 0);
  const int file = open("/tmp/ramfs/file", O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const int error = write(file, "x", 1) == 1 ? 0 : errno;
  close(file);
  EXPECT_EQ(umount("/tmp/ramfs"), 0);
  return error;
}

TEST(KprobeOverride, ReturnsAnErrorInstead) {
  Extension extension = load("overrides");
  auto link = extension.attach("no_mkdir");
  ASSERT_TRUE(link) << link.error().summary;
  EXPECT_EQ(make_folder(), EACCES);
  EXPECT_EQ(make_folder(), EACCES);
  link->close();
  EXPECT_EQ(make_folder(), 0);
}

TEST(KprobeOverride, LetsTheFunctionBeExecuted) {
  Extension extension = load("overrides");
  const auto link = extension.attach("only_looks");
  ASSERT_TRUE(link) << link.error().summary;
  EXPECT_EQ(make_folder(), 0);
  EXPECT_EQ(extension.stats("only_looks")->runs, 1u);
}

TEST(KprobeOverride, ReturnsAValueOfASystemCall) {
  Extension extension = load("overrides");
  auto link = extension.attach("another_user");
  ASSERT_TRUE(link) << link.error().summary;
  EXPECT_EQ(syscall(SYS_getuid), 4242);
  link->close();
  EXPECT_EQ(syscall(SYS_getuid), 0);
}

TEST(KprobeOverride, APanicLetsTheFunctionBeExecuted) {
  Extension extension = load("overrides");
  KernelLog log;
  for (const char* program : {"panics", "no_such_error"}) {
    const auto link = extension.attach(program);
    ASSERT_TRUE(link) << link.error().summary;
    EXPECT_EQ(make_folder(), 0);
    EXPECT_TRUE(log.wait_for(std::string("overrides/") + program + " panicked at overrides.cpp"))
        << log.text();
  }
}

TEST(KprobeOverride, AProgramDeclaresItsPanicValue) {
  Extension extension = load("overrides");
  KernelLog log;
  const auto link = extension.attach("panics_closed");
  ASSERT_TRUE(link) << link.error().summary;
  EXPECT_EQ(make_folder(), EACCES);
  EXPECT_TRUE(log.wait_for("overrides/panics_closed panicked at overrides.cpp")) << log.text();
  EXPECT_TRUE(wait_until([] { return make_folder() == 0; })) << "it is detached";
}

TEST(KprobeOverride, FunctionsReturnWhatTheKernelAllows) {
  Extension extension = load("overrides");
  {
    const auto link = extension.attach("fails");
    ASSERT_TRUE(link) << link.error().summary;
    EXPECT_EQ(write_page(), ENOMEM);
  }
  const auto link = extension.attach("succeeds");
  ASSERT_TRUE(link) << link.error().summary;
  EXPECT_EQ(write_page(), 0);
  EXPECT_GE(extension.stats("succeeds")->missed, 1u);
}

TEST(KprobeOverride, OtherFunctionsAreRefused) {
  Extension extension = load("overrides");
  for (const char* target : {"vfs_mkdir", "__x64_sys_mkdir+0x10", "write_null", "do_exit"}) {
    const auto link = extension.attach("not_allowed", target);
    ASSERT_FALSE(link.has_value()) << target;
    EXPECT_NE(link.error().summary.find(target), std::string::npos) << link.error().summary;
  }
  const auto link = extension.attach("not_allowed");
  ASSERT_FALSE(link.has_value());
  EXPECT_NE(link.error().summary.find("does not allow to override the result of that function"),
            std::string::npos)
      << link.error().summary;
  const auto missing = extension.attach("not_allowed", "__x64_sys_no_such_call");
  ASSERT_FALSE(missing.has_value());
  EXPECT_NE(missing.error().summary.find("no such function"), std::string::npos)
      << missing.error().summary;
}

}  // namespace
}  // namespace rex::test
