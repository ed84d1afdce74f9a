// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "../map.hpp"

namespace rex::host {

/// BPF_MAP_TYPE_STACK_TRACE.  What is stored is the stack that the test says there is.
class StackTraceMap : public Map {
 public:
  using Map::Map;

  /// The id of a stack without its first `skip` addresses: -EFAULT where nothing is left, -EEXIST
  /// where another stack has the id.
  std::int64_t id_of(const std::vector<std::uint64_t>& stack, std::size_t skip);
  /// Null where no stack has the id.
  const std::vector<std::uint64_t>* find(std::uint32_t id) const;

 private:
  std::map<std::uint32_t, std::vector<std::uint64_t>> stacks_;
};

}  // namespace rex::host
