// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// What the kernel of a test's world is like.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace rex::testing {

/// What programs ask the kernel's types.  It has the structures of rex/testing/tasks.hpp, and what
/// the test adds; rex::kernel::has_function() and the like are false for everything else.
class Kernel {
 public:
  void add_function(std::string_view name) { answer("function", name, 1); }
  void add_tracepoint(std::string_view name) { answer("tracepoint", name, 1); }
  void add_struct(std::string_view name, std::size_t size);
  void add_enumerator(std::string_view enumeration, std::string_view name, std::int32_t value);

  /// For the host's own use.  The answer to a question of the SDK's, "offset:u32:task_struct:prio".
  /// Throws std::invalid_argument where a kernel would not load the extension.
  std::uint64_t ask(std::string_view question);
  /// Where an object has a field that the host's structure lacks: in the room at its end.  The
  /// same for each object.  Throws std::invalid_argument where the field is there, or has another
  /// size already, or there is no room.
  std::size_t place(std::string_view structure, std::string_view field, std::size_t size);

 private:
  struct Field {
    std::size_t offset, size;
  };

  void answer(std::string_view kind, std::string_view name, std::uint64_t value);
  const Field* find(const std::string& structure, const std::string& field) const;

  std::map<std::string, std::uint64_t, std::less<>> answers_;
  std::map<std::pair<std::string, std::string>, Field> placed_;  // by structure and field
  std::map<std::string, std::size_t> used_;                      // of the room, by structure
};

}  // namespace rex::testing
