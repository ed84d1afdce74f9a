// SPDX-License-Identifier: GPL-2.0-only
#pragma once

#include "keyed.hpp"

namespace rex::host {

/// BPF_MAP_TYPE_ARRAY, BPF_MAP_TYPE_PERCPU_ARRAY.  The SDK addresses the values by itself, through
/// rex_map::elements; what lies between them is poisoned.
class ArrayMap final : public KeyedMap {
 public:
  /// Fills in `elements` of the extension's own object.
  ArrayMap(std::string name, rex_map& object);
  ~ArrayMap() override;

  std::byte* find(Bytes key, unsigned cpu) override;
  int update(Bytes key, Bytes value, std::uint64_t flags, unsigned cpu) override;
  int remove(Bytes key) override;
  int next(std::optional<Bytes> key, std::span<std::byte> next) const override;
  std::size_t size() const override { return definition().max_entries; }
  bool is_per_cpu() const override;

 private:
  std::byte* at(std::uint32_t index, unsigned cpu) const;
  unsigned copies() const { return is_per_cpu() ? kCpus : 1; }

  std::size_t stride_;  // bytes between two values
  std::size_t span_;    // bytes of all values, of one processor
  std::byte* memory_;   // of the first processor; those of the others follow at kCpuArea
  std::vector<std::uint64_t> pointers_;  // per-CPU: to the first processor's values
};

}  // namespace rex::host
