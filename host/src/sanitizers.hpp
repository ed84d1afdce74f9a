// SPDX-License-Identifier: GPL-2.0-only
// What the host tells the sanitizers it is built with.
#pragma once

#include <cstddef>

namespace rex::host {

/// Bytes that the runtime writes into the extension's memory are initialised (MemorySanitizer).
void mark_initialised(const void* address, std::size_t size);
/// Reports bytes that the extension hands out and never wrote (MemorySanitizer).
void require_initialised(const void* address, std::size_t size);
/// Of `size` bytes at an address the first `usable` are, and the others are reported
/// (AddressSanitizer).
void watch(void* address, std::size_t size, std::size_t usable);
/// The stack of the caller on stderr, where a sanitizer can print it.
void print_stack();

}  // namespace rex::host
