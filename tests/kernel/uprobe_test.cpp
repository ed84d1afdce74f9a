// SPDX-License-Identifier: GPL-2.0-only
// Uprobes and uretprobes, on a function of this program.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "support.hpp"

/// What is probed: an argument that the compiler may hand over with anything above its 16 bits.
extern "C" [[gnu::noinline, gnu::used]] int rex_probed(short number, const char* text, bool flag) {
  asm volatile("" : : "r"(text) : "memory");
  return flag ? -number : number;
}

namespace rex::test {
namespace {

std::string here(std::string_view place = ":rex_probed") {
  return std::filesystem::read_symlink("/proc/self/exe").string() + std::string(place);
}

Link attach(Extension& extension, std::string_view program, const std::string& target = here()) {
  auto link = extension.attach(program, target);
  if (!link) {
    ADD_FAILURE() << link.error().summary << '\n' << link.error().details;
    std::exit(1);
  }
  return std::move(*link);
}

TEST(Uprobe, ReadsArgumentsAndMemory) {
  Extension extension = load("uprobe");
  Link link = attach(extension, "on_call");
  rex_probed(-5, "a letter", true);
  EXPECT_EQ(drain(extension, "seen"), (std::vector{-5, 1}));
  link.close();
  rex_probed(6, "a letter", true);
  EXPECT_TRUE(drain(extension, "seen").empty());
  EXPECT_EQ(extension.stats("on_call")->runs, 1u);
}

TEST(Uprobe, BadAddressesAreFaults) {
  Extension extension = load("uprobe");
  const Link link = attach(extension, "on_call");
  for (const std::uintptr_t address : {0x10ul, 0xffffffff81000000ul, 0x8000000000000000ul})
    rex_probed(1, reinterpret_cast<const char*>(address), false);
  EXPECT_EQ(drain(extension, "seen"), (std::vector{1, 0, -14, 1, 0, -14, 1, 0, -14}));
}

TEST(Uprobe, SeesOtherProcesses) {
  Extension extension = load("uprobe");
  const Link link = attach(extension, "on_call");
  const pid_t child = fork();
  if (child == 0) {
    // On the stack: what a fork has not touched since is not there for a program.
    char text[] = "12345678";
    rex_probed(77, text, false);
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  EXPECT_EQ(drain(extension, "seen"), (std::vector{77, 0}));
}

TEST(Uprobe, SeveralProgramsAtOnePlace) {
  Extension extension = load("uprobe");
  Extension other = load("uprobe");
  const Link first = attach(extension, "on_call");
  const Link second = attach(other, "on_call");
  rex_probed(3, "12345678", false);
  EXPECT_EQ(drain(extension, "seen"), (std::vector{3, 0}));
  EXPECT_EQ(drain(other, "seen"), (std::vector{3, 0}));
}

TEST(Uretprobe, ReadsTheResult) {
  Extension extension = load("uprobe");
  Link link = attach(extension, "on_return");
  EXPECT_EQ(rex_probed(9, "", true), -9);
  EXPECT_EQ(drain(extension, "seen"), std::vector{-9});
  link.close();
  EXPECT_EQ(rex_probed(9, "", true), -9);
  EXPECT_TRUE(drain(extension, "seen").empty());
}

TEST(Uprobe, SurvivesAPanic) {
  Extension extension = load("uprobe");
  KernelLog log;
  const Link link = attach(extension, "panics");
  EXPECT_EQ(rex_probed(9, "", false), 9);
  EXPECT_TRUE(log.wait_for("uprobe/panics panicked at uprobe.cpp")) << log.text();
  EXPECT_EQ(rex_probed(9, "", false), 9);
  EXPECT_EQ(extension.stats("panics")->panics, 1u);
}

TEST(Uprobe, IsEnded) {
  Extension extension = load("uprobe");
  KernelLog log;
  const Link link = attach(extension, "spins");
  EXPECT_EQ(rex_probed(9, "", false), 9);
  EXPECT_TRUE(log.wait_for("uprobe/spins panicked at uprobe.cpp")) << log.text();
}

TEST(Uprobe, TargetsAreChecked) {
  Extension extension = load("uprobe");
  const std::pair<std::string, const char*> wrong[] = {
      {"no colon", "names no place in a file"},
      {here(":"), "names no place in a file"},
      {here(":rex_probed+x"), "names no place in a file"},
      {"/no/such/file:main", "/no/such/file cannot be opened"},
      {here(":no_such_function"), "has no function no_such_function"},
      {"/etc/rex-vm/settings:main", "is not a 64-bit ELF file"},
      {here(":0x7fffffffffff"), "the file has no such place"},
      {"/dev/null:0", "the file has no such place"},
  };
  for (const auto& [target, why] : wrong) {
    const auto link = extension.attach("on_call", target);
    ASSERT_FALSE(link.has_value()) << target;
    EXPECT_NE(link.error().summary.find(why), std::string::npos) << link.error().summary;
  }
}

}  // namespace
}  // namespace rex::test
