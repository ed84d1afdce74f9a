// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include <cstdint>
#include <optional>
#include <rex/testing/machine.hpp>
#include <vector>

#include "../map.hpp"

namespace rex::host {

/// Processors of the test's machine.
inline constexpr unsigned kCpus = testing::Machine::kCpus;

/// A map with keys and values.  The results are the kernel's.
class KeyedMap : public Map {
 public:
  using Map::Map;

  using Bytes = std::span<const std::byte>;

  /// The value of a key; of one processor in a per-CPU map.  Null where there is none.
  virtual std::byte* find(Bytes key, unsigned cpu) = 0;
  /// BPF_ANY, BPF_NOEXIST, BPF_EXIST.
  virtual int update(Bytes key, Bytes value, std::uint64_t flags, unsigned cpu) = 0;
  virtual int remove(Bytes key) = 0;
  /// The key after a key; the first after none, or after one that is not there.
  virtual int next(std::optional<Bytes> key, std::span<std::byte> next) const = 0;
  virtual std::size_t size() const = 0;
  virtual bool is_per_cpu() const { return false; }
};

/// What an update's flags say of a key: 0, -EEXIST, -ENOENT, -EINVAL (no such flags).
int check_flags(std::uint64_t flags, bool exists);

}  // namespace rex::host
