// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Memory that programs read by address.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <rex/testing/wire.hpp>
#include <span>
#include <string_view>

namespace rex::testing {

/// What is at addresses of the kernel, or of the current process.  The test's own objects are at
/// their own addresses; what else there is, the test says.  All other addresses are Error::fault.
class Memory {
 public:
  /// Puts bytes at an address.  As in the kernel memory comes in pages of 4,096 bytes: the rest of
  /// a page that was not there is zero.
  void put(std::uint64_t address, std::span<const std::byte> bytes);
  template <Wire T>
  void put(std::uint64_t address, const T& value) {
    put(address, bytes_of(value));
  }
  /// Text, and a NUL after it.
  void put_text(std::uint64_t address, std::string_view text);

  /// For the host's own use: 0, -EFAULT.
  int read(std::span<std::byte> to, std::uint64_t address) const;
  /// The same up to a NUL, which it writes and counts; what is too long is cut.
  int read_text(std::span<std::byte> to, std::uint64_t address) const;

 private:
  static constexpr std::uint64_t kPage = 4096;

  std::map<std::uint64_t, std::array<std::byte, kPage>> pages_;  // by number
};

}  // namespace rex::testing
