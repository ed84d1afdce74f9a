// SPDX-License-Identifier: GPL-2.0-only
// What the file `case` of a program says.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace expressiveness {

/// Values as the file writes them, not yet of a size.
using Values = std::vector<std::int64_t>;

struct Case {
  std::string name;
  std::string from;                         // where the program comes from
  std::string about;                        // what it does
  std::string rewrite;                      // how it was written for the verifier, if it was
  std::map<std::string, Values> inputs;     // by map or variable
  std::map<std::string, Values> misbehave;  // the same, for a run that has to be ended
  Values packet;                            // of programs that take one
  std::int64_t expect = 0;
};

/// Reads a file of lines "KEY: TEXT"; inputs are "NAME = VALUE, VALUE, ...".  A value is a number,
/// a text in double quotes, or one of
///   zeros N, repeat N VALUE, count N (0, 1, ...), from FIRST N, step FIRST STEP N,
///   mix N (numbers that look random).
/// Ends the process where it cannot be understood.
Case read_case(const std::filesystem::path& file);

/// Values as little-endian integers of a size, truncated.
std::vector<unsigned char> bytes_of(const Values& values, std::size_t size);

}  // namespace expressiveness
