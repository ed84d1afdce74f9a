// SPDX-License-Identifier: GPL-2.0-only
// trace_event-loader SECONDS: prints what the processors did, "SAMPLES COMMAND", and under it the
// addresses of the stack: k in the kernel, u in the program.
#include <bpf/bpf.h>
#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <rex/loader.hpp>

namespace {

struct Place {  // as in trace_event.cpp
  char comm[16];
  std::uint32_t kernel_stack, user_stack;
};

void print_stack(const rex::Map& stacks, std::uint32_t id, char kind) {
  std::array<std::uint64_t, 64> addresses{};
  if (bpf_map_lookup_elem(stacks.fd(), &id, addresses.data()) != 0) return;
  for (const std::uint64_t address : addresses)
    if (address != 0) fmt::print("  {} {:#x}\n", kind, address);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: trace_event-loader SECONDS\n");
    return 2;
  }
  auto extension = rex::must(rex::Extension::load("trace_event.rex"));
  auto link = rex::must(extension.attach("sample"));
  usleep(static_cast<useconds_t>(std::atof(argv[1]) * 1e6));
  link.close();
  const rex::Map samples = rex::must(extension.map("samples"));
  const rex::Map stacks = rex::must(extension.map("stacks"));
  Place place{};
  for (const Place* last = nullptr; bpf_map_get_next_key(samples.fd(), last, &place) == 0;
       last = &place) {
    std::uint64_t count = 0;
    bpf_map_lookup_elem(samples.fd(), &place, &count);
    fmt::print("{} {:.16}\n", count, place.comm);
    print_stack(stacks, place.kernel_stack, 'k');
    print_stack(stacks, place.user_stack, 'u');
  }
}
