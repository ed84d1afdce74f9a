// SPDX-License-Identifier: GPL-2.0-only
#include "hooks.hpp"

#include <rex/host/image.h>

#include <stdexcept>
#include <string>

#include "invocation.hpp"

namespace rex::host {

namespace {

testing::Outcome fire_once(World& world, Program& program) {
  std::uint64_t context = 0;  // a program's parameter is a reference: it must refer to something
  return run(world, program, &context);
}

}  // namespace

testing::Outcome fire_kprobe(World& world, Program& program, const testing::Registers& registers) {
  if (std::string_view(program.image->hook) != "kprobe")
    throw std::invalid_argument(std::string("program ") + program.image->name + " has the hook " +
                                program.image->hook + ": it takes no registers");
  testing::Registers context = registers;
  return run_tracing(world, program, &context);
}

testing::Outcome fire(World& world, Program& program) {
  const std::string_view hook = program.image->hook;
  if (hook == "once") return fire_once(world, program);
  if (hook == "kprobe") return fire_kprobe(world, program, {});
  throw std::invalid_argument("the host has no hook " + std::string(hook) +
                              " yet: see host/src/hooks.cpp");
}

}  // namespace rex::host
