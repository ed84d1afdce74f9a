// SPDX-License-Identifier: GPL-2.0-only
// open_policy-loader FILE COMMAND...: runs a command, during which nobody can open a file; then
// says how often that was tried.
#include <bpf/bpf.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <rex/loader.hpp>

namespace {

struct File {  // as in open_policy.cpp
  std::uint64_t inode;
  std::uint32_t device, reserved;
};

}  // namespace

int main(int argc, char** argv) {
  struct stat file;
  if (argc < 3 || stat(argv[1], &file) != 0) {
    fmt::print(stderr, "usage: open_policy-loader FILE COMMAND...; the FILE exists\n");
    return 2;
  }
  auto extension = rex::must(rex::Extension::load("open_policy.rex"));
  const int denied = rex::must(extension.map("denied")).fd();
  const File name{file.st_ino, major(file.st_dev) << 20 | minor(file.st_dev), 0};
  std::uint64_t count = 0;
  if (bpf_map_update_elem(denied, &name, &count, BPF_ANY) != 0) return 1;
  const auto link = rex::must(extension.attach("open_policy"));
  const pid_t child = fork();
  if (child == 0) {
    execvp(argv[2], argv + 2);
    _exit(127);
  }
  waitpid(child, nullptr, 0);
  bpf_map_lookup_elem(denied, &name, &count);
  fmt::print("{}\n", count);
}
