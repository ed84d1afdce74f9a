// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// What programs of tracepoints and of performance events are called with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <rex/testing/registers.hpp>
#include <rex/testing/wire.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rex::testing {

/// A tracepoint's record: the fields that the test names, the others zero.
class TraceRecord {
 public:
  /// The value of a field, of the size that the program declares.
  template <Wire T>
  TraceRecord& set(std::string_view field, const T& value) {
    return set_bytes(field, bytes_of(value));
  }
  TraceRecord& set_text(std::string_view field, std::string_view text) {
    return set_bytes(field, std::as_bytes(std::span(text)));
  }

  /// For the host's own use.
  const std::map<std::string, std::vector<std::byte>, std::less<>>& fields() const {
    return fields_;
  }

 private:
  TraceRecord& set_bytes(std::string_view field, std::span<const std::byte> bytes) {
    fields_.insert_or_assign(std::string(field), std::vector(bytes.begin(), bytes.end()));
    return *this;
  }

  std::map<std::string, std::vector<std::byte>, std::less<>> fields_;
};

/// A performance event that overflowed.
struct PerfSample {
  Registers registers;  ///< what was interrupted
  std::uint64_t period = 1;
  bool user_mode = false;
};

}  // namespace rex::testing
