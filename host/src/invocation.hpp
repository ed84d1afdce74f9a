// SPDX-License-Identifier: GPL-2.0-only
// One run of a program, and what the functions of the contract find it by.
#pragma once

#include <setjmp.h>

#include <cstdint>
#include <string>

#include "fatal.hpp"
#include "ledger.hpp"
#include "world.hpp"

namespace rex::host {

/// As struct rex_invocation of the kernel's runtime: it lives on the stack of run(), so that every
/// nesting is last in, first out.
struct Invocation {
  Invocation* outer;  // what this one interrupted, or null
  World* world;
  Program* program;
  long outer_fuel;
  unsigned long outer_stack_limit;
  std::uint64_t accounted;  // clock up to which own time has been counted, ns
  std::uint64_t used;       // own time, ns
  jmp_buf landing;          // where a panic goes
  // Of the panic.
  const rex_site* site;
  std::uint64_t first, second;
  Ledger ledger;
};

/// The running program's invocation; null outside of programs.
Invocation* current_invocation();

/// Runs a program.  Context is what its hook hands it.
testing::Outcome run(World& world, Program& program, void* context);
/// The same for hooks of tracing programs: skipped inside another tracing program.
testing::Outcome run_tracing(World& world, Program& program, void* context);

/// The invocation that calls a function of the contract.  Aborts where no program runs.
Invocation& calling_invocation(const char* function);

/// Ends the program of the current invocation.  Runs no code of the program's.
[[noreturn]] void leave(const rex_site* site, std::uint64_t first, std::uint64_t second);

/// The map that a program hands to a function of the contract.  Aborts where it is not a map of
/// the running extension, or not of that kind.
template <class Kind>
Kind& map_argument(const rex_map* address, const char* function) {
  Map* map = calling_invocation(function).world->map_at(address);
  if (!map)
    fatal(std::string(function) + " was called with an address that is no map of the extension");
  auto* kind = dynamic_cast<Kind*>(map);
  if (!kind)
    fatal(std::string(function) + " was called with the map " + map->name() +
          ", which is of another type");
  return *kind;
}

}  // namespace rex::host
