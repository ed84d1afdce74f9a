// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing/memory.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "contract.hpp"
#include "invocation.hpp"

namespace rex::testing {

namespace {

/// The test's own objects.  Through /proc, so that an address that is none is an error.
bool read_own(std::byte* to, std::uint64_t address, std::size_t size) {
  static const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  return ::pread(memory, to, size, static_cast<off_t>(address)) == static_cast<ssize_t>(size);
}

}  // namespace

void Memory::put(std::uint64_t address, std::span<const std::byte> bytes) {
  for (const std::byte byte : bytes) {
    pages_[address / kPage][address % kPage] = byte;
    ++address;
  }
}

void Memory::put_text(std::uint64_t address, std::string_view text) {
  put(address, std::as_bytes(std::span(text)));
  put(address + text.size(), std::uint8_t{0});
}

int Memory::read(std::span<std::byte> to, std::uint64_t address) const {
  host::mark_initialised(to.data(), to.size());
  while (!to.empty()) {
    const std::uint64_t offset = address % kPage;
    const std::size_t size = std::min<std::size_t>(to.size(), kPage - offset);
    if (const auto page = pages_.find(address / kPage); page != pages_.end())
      std::memcpy(to.data(), page->second.data() + offset, size);
    else if (!read_own(to.data(), address, size))
      return -EFAULT;
    to = to.subspan(size);
    address += size;
  }
  return 0;
}

// As strncpy_from_kernel_nofault() behind bpf_probe_read_kernel_str().
int Memory::read_text(std::span<std::byte> to, std::uint64_t address) const {
  host::mark_initialised(to.data(), to.size());
  std::ranges::fill(to, std::byte{0});
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (read(to.subspan(i, 1), address + i) != 0) {
      std::ranges::fill(to, std::byte{0});
      return -EFAULT;
    }
    if (to[i] == std::byte{0}) return static_cast<int>(i) + 1;
  }
  if (!to.empty()) to.back() = std::byte{0};
  return static_cast<int>(to.size());
}

}  // namespace rex::testing

namespace {

rex::host::World& world(const char* function) {
  return *rex::host::calling_invocation(function).world;
}

std::span<std::byte> room(void* to, __u64 size) { return {static_cast<std::byte*>(to), size}; }

}  // namespace

int rex_read_kernel(void* to, __u64 address, __u64 size) {
  return world("rex_read_kernel").kernel_memory().read(room(to, size), address);
}

int rex_read_user(void* to, __u64 address, __u64 size) {
  return world("rex_read_user").user_memory().read(room(to, size), address);
}

int rex_read_kernel_text(void* to, __u64 size, __u64 address) {
  return world("rex_read_kernel_text").kernel_memory().read_text(room(to, size), address);
}

int rex_read_user_text(void* to, __u64 size, __u64 address) {
  return world("rex_read_user_text").user_memory().read_text(room(to, size), address);
}
