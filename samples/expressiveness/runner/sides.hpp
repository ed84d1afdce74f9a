// SPDX-License-Identifier: GPL-2.0-only
// The two ways to run a program.
#pragma once

#include <map>

#include "case.hpp"

namespace expressiveness {

/// Bytes of one value, by the name of the map that holds it: what both sides call it.
using Sizes = std::map<std::string, std::size_t>;

/// What became of the extension.
struct OursOutcome {
  std::string result;  // "right", or what was wrong
  std::string ended;   // "ended" of the run that misbehaves, or what was wrong; empty without one
  Sizes sizes;
};
OursOutcome run_ours(const Case& program, const std::filesystem::path& object);

/// What became of the eBPF form: "accepted", the words of the compiler or the verifier, or
/// "wrong answer".
/// @param object  beside it, with ".error" added, what the compiler said where there is none
std::string run_bpf(const Case& program, const std::filesystem::path& object, const Sizes& sizes);

/// Runs a loaded BPF program once (BPF_PROG_TEST_RUN), with the case's packet where it has one.
bool run_once(int program, const Case& input);

}  // namespace expressiveness
