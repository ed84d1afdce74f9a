// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// A tracepoint as the running kernel describes it in tracefs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rex/error.hpp"

namespace rex {

struct TraceEvent {
  struct Field {
    enum class Kind {
      kPlain,     ///< its value is in the record, at the offset
      kDynamic,   ///< at the offset is where the value is in the record: __data_loc
      kRelative,  ///< the same, from the end of this field: __rel_loc
    };

    std::string name;
    std::string type;          ///< in the kernel's words, without the name: "char[16]", "pid_t"
    std::uint16_t offset = 0;  ///< bytes from the record's start
    std::uint16_t size = 0;    ///< bytes; 4 unless plain
    bool is_signed = false;
    bool is_text = false;     ///< an array of characters
    std::uint32_t count = 0;  ///< of a plain array's elements; 0: no array
    Kind kind = Kind::kPlain;

    /// The type of the SDK for it: "rex::i32", "rex::Text<16>"; empty where there is none.
    std::string sdk_type() const;
  };

  std::string group;
  std::string name;
  std::uint64_t id = 0;
  std::vector<Field> fields;  ///< in the record's order

  /// Reads the running kernel's description of "GROUP:NAME".
  /// Errors: kInvalidArgument (the text), kKernelUnsupported (no such tracepoint), kNotPermitted,
  /// kIo (no tracefs).
  static Result<TraceEvent> load(std::string_view text);

  /// Reads a description.
  /// @param format  as in /sys/kernel/tracing/events/GROUP/NAME/format
  /// Errors: kIo (it is none).
  static Result<TraceEvent> parse(std::string_view group, std::string_view format);

  const Field* find(std::string_view field) const;

  /// Its declaration in an extension's source, with all fields that have a type of the SDK.
  std::string declaration() const;
};

}  // namespace rex
