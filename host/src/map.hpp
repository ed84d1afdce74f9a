// SPDX-License-Identifier: GPL-2.0-only
// What all maps have in common.
#pragma once

#include <rex/abi.h>

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string>

#include "sanitizers.hpp"

namespace rex::host {

/// A map of an extension.  One class a map type, in maps/; make_map() knows them all.
class Map {
 public:
  Map(std::string name, const rex_map& definition)
      : name_(std::move(name)), definition_(definition) {}
  Map(const Map&) = delete;
  Map& operator=(const Map&) = delete;
  virtual ~Map() = default;

  const std::string& name() const { return name_; }
  const rex_map& definition() const { return definition_; }

  /// Whether what the program interrupted holds the map's lock: its operations are -EBUSY.
  bool locked() const { return locks_ != 0; }
  void lock() { ++locks_; }
  void unlock() { --locks_; }

 private:
  std::string name_;
  rex_map definition_;
  unsigned locks_ = 0;
};

/// A new, empty map.  Throws std::invalid_argument for a type that the host does not have, and
/// where the kernel would refuse the sizes.  `definition` is the extension's own object: an array
/// fills in where its elements are.
std::unique_ptr<Map> make_map(std::string name, rex_map& definition);

/// One element of a map, in an allocation of its own: what goes beyond it is seen.
class Value {
 public:
  explicit Value(std::span<const std::byte> bytes)
      : bytes_(std::make_unique<std::byte[]>(bytes.size())), size_(bytes.size()) {
    std::memcpy(bytes_.get(), bytes.data(), size_);
    mark_initialised(bytes_.get(), size_);
  }

  std::span<std::byte> bytes() { return {bytes_.get(), size_}; }
  std::span<const std::byte> bytes() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<std::byte[]> bytes_;
  std::size_t size_;
};

/// Keeps a value that a map gave up, because the running program may still look at it, until that
/// ends: as the kernel, which frees it after an RCU grace period.
void retire(Value value);

/// The memory of a program that a function of the contract reads.
inline std::span<const std::byte> input(const void* address, std::size_t size) {
  require_initialised(address, size);
  return {static_cast<const std::byte*>(address), size};
}

/// The memory of a program that it writes.
inline std::span<std::byte> output(void* address, std::size_t size) {
  mark_initialised(address, size);
  return {static_cast<std::byte*>(address), size};
}

}  // namespace rex::host
