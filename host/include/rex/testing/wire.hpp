// SPDX-License-Identifier: GPL-2.0-only
/// @file
/// Data that crosses between a test and an extension, byte for byte.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>

namespace rex::testing {

/// No byte of it is without meaning: as in the extension, declared anew in the test.
template <class T>
concept Wire = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>;

template <Wire T>
std::span<const std::byte> bytes_of(const T& value) {
  return std::as_bytes(std::span(&value, 1));
}

template <Wire T>
std::span<std::byte> bytes_of(T& value) {
  return std::as_writable_bytes(std::span(&value, 1));
}

}  // namespace rex::testing
