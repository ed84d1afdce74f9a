// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// Where a program is attached, out of its text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "file_descriptor.hpp"
#include "rex/control.h"
#include "rex/error.hpp"
#include "rex/manifest.hpp"

namespace rex::internal {

/// "write_null", or "write_null+0x10".
struct KprobeTarget {
  std::string function;
  std::uint64_t offset = 0;  // bytes from its start

  /// Errors: kInvalidArgument.
  static Result<KprobeTarget> parse(std::string_view text, std::string_view place);
};

/// "/bin/bash:readline", "/bin/bash:readline+0x10", "/bin/bash:0x41200".
struct UprobeTarget {
  FileDescriptor file;
  std::uint64_t offset = 0;  // bytes from its start

  /// Errors: kInvalidArgument (the text, no such file, no such function in it).
  static Result<UprobeTarget> open(std::string_view text, std::string_view place);
};

/// "sched:sched_switch", and where its record has the fields that a program declares.
struct TracepointTarget {
  std::uint64_t id = 0;
  std::vector<rex_trace_field> fields;

  /// Errors: kInvalidArgument (the text), kKernelUnsupported (no such tracepoint, or a field that
  /// this kernel does not have so), kNotPermitted, kIo.
  static Result<TracepointTarget> find(const Manifest::Program& program, std::string_view text,
                                       std::string_view place);
};

/// "ip:input", "inet:prerouting:raw".
/// Errors: kInvalidArgument.
Result<rex_attach_netfilter> parse_netfilter(std::string_view text, std::string_view place);

/// "250us", "100ms", "5s"; nanoseconds.
/// Errors: kInvalidArgument.
Result<std::uint64_t> parse_period(std::string_view text, std::string_view place);

}  // namespace rex::internal
