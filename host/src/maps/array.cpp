// SPDX-License-Identifier: GPL-2.0-only
#include "array.hpp"

#include <linux/bpf.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>

#include "../limits.hpp"

namespace rex::host {

namespace {

/// Poisoned bytes after a per-CPU value.  An ordinary array's values follow each other, at a
/// distance that the SDK knows: there the padding to 8 bytes is poisoned.
constexpr std::size_t kGap = 32;

std::size_t rounded(std::size_t size) { return (size + 7) / 8 * 8; }

std::uint32_t index_of(KeyedMap::Bytes key) {
  std::uint32_t index = 0;
  std::memcpy(&index, key.data(), sizeof index);
  return index;
}

}  // namespace

bool ArrayMap::is_per_cpu() const { return definition().type == BPF_MAP_TYPE_PERCPU_ARRAY; }

ArrayMap::ArrayMap(std::string name, rex_map& object)
    : KeyedMap(std::move(name), object),
      stride_(rounded(object.value_size) + (is_per_cpu() ? kGap : 0)),
      // One gap in front, one at the end, whatever the kind.
      span_(kGap + stride_ * object.max_entries + kGap) {
  if (span_ > kCpuArea)
    throw std::invalid_argument("the map " + this->name() +
                                " is larger than the host's processors have room for");
  void* memory = ::mmap(nullptr, copies() * kCpuArea, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED)
    throw std::invalid_argument("there is no memory for the map " + this->name());
  memory_ = static_cast<std::byte*>(memory);
  for (unsigned cpu = 0; cpu < copies(); ++cpu) {
    std::byte* const area = memory_ + cpu * kCpuArea;
    watch(area, kGap, 0);
    for (std::uint32_t i = 0; i < object.max_entries; ++i)
      watch(at(i, cpu), stride_, object.value_size);
    watch(area + span_ - kGap, kGap, 0);
  }
  if (is_per_cpu()) {
    for (std::uint32_t i = 0; i < object.max_entries; ++i)
      pointers_.push_back(reinterpret_cast<std::uint64_t>(at(i, 0)));
    object.elements = reinterpret_cast<std::uint64_t>(pointers_.data());
  } else {
    object.elements = reinterpret_cast<std::uint64_t>(at(0, 0));
  }
}

ArrayMap::~ArrayMap() {
  for (unsigned cpu = 0; cpu < copies(); ++cpu) watch(memory_ + cpu * kCpuArea, span_, span_);
  ::munmap(memory_, copies() * kCpuArea);
}

std::byte* ArrayMap::at(std::uint32_t index, unsigned cpu) const {
  return memory_ + (is_per_cpu() ? cpu : 0) * kCpuArea + kGap + index * stride_;
}

std::byte* ArrayMap::find(Bytes key, unsigned cpu) {
  return index_of(key) < definition().max_entries ? at(index_of(key), cpu) : nullptr;
}

// As array_map_update_elem(): an element that is always there.
int ArrayMap::update(Bytes key, Bytes value, std::uint64_t flags, unsigned cpu) {
  if (flags > BPF_EXIST) return -EINVAL;
  if (index_of(key) >= definition().max_entries) return -E2BIG;
  if (flags == BPF_NOEXIST) return -EEXIST;
  std::ranges::copy(value, at(index_of(key), cpu));
  return 0;
}

int ArrayMap::remove(Bytes) { return -EINVAL; }

int ArrayMap::next(std::optional<Bytes> key, std::span<std::byte> next) const {
  std::uint32_t index = 0;
  if (key && index_of(*key) < definition().max_entries) index = index_of(*key) + 1;
  if (index == definition().max_entries) return -ENOENT;
  std::memcpy(next.data(), &index, sizeof index);
  return 0;
}

}  // namespace rex::host
