// SPDX-License-Identifier: GPL-2.0-only
// off_cpu-loader SECONDS: prints for how long threads waited, "NANOSECONDS COMMAND", and under it
// where: the addresses of the kernel's stack.
#include <bpf/bpf.h>
#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <rex/loader.hpp>

namespace {

struct Wait {  // as in off_cpu.cpp
  char comm[16];
  std::uint32_t stack, reserved;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: off_cpu-loader SECONDS\n");
    return 2;
  }
  auto extension = rex::must(rex::Extension::load("off_cpu.rex"));
  auto link = rex::must(extension.attach("off_cpu"));
  usleep(static_cast<useconds_t>(std::atof(argv[1]) * 1e6));
  link.close();
  const int waited = rex::must(extension.map("waited")).fd();
  const int stacks = rex::must(extension.map("stacks")).fd();
  Wait wait{};
  for (const Wait* last = nullptr; bpf_map_get_next_key(waited, last, &wait) == 0; last = &wait) {
    std::uint64_t time = 0;
    bpf_map_lookup_elem(waited, &wait, &time);
    fmt::print("{} {:.16}\n", time, wait.comm);
    std::array<std::uint64_t, 32> addresses{};
    bpf_map_lookup_elem(stacks, &wait.stack, addresses.data());
    for (const std::uint64_t address : addresses)
      if (address != 0) fmt::print("  {:#x}\n", address);
  }
}
