// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// A BPF map of a loaded extension.
#pragma once

#include <cstdint>
#include <string>

namespace rex {

/// A real BPF map of the kernel, owned by the Extension it came from.
///
/// A cheap view: copying it copies no descriptor, and it is valid as long as the Extension is.
/// The descriptor works with libbpf: bpf_map_update_elem(), ring_buffer__new(); duplicate it to
/// keep the map longer than the extension.
class Map {
 public:
  Map(std::string name, int fd, std::uint32_t type, std::uint32_t key_size,
      std::uint32_t value_size, std::uint32_t max_entries)
      : name_(std::move(name)),
        fd_(fd),
        type_(type),
        key_size_(key_size),
        value_size_(value_size),
        max_entries_(max_entries) {}

  const std::string& name() const { return name_; }
  int fd() const { return fd_; }
  std::uint32_t type() const { return type_; }              ///< enum bpf_map_type
  std::uint32_t key_size() const { return key_size_; }      ///< bytes
  std::uint32_t value_size() const { return value_size_; }  ///< bytes
  /// Elements; bytes for a ring buffer.
  std::uint32_t max_entries() const { return max_entries_; }

 private:
  std::string name_;
  int fd_;
  std::uint32_t type_;
  std::uint32_t key_size_;
  std::uint32_t value_size_;
  std::uint32_t max_entries_;
};

}  // namespace rex
