// SPDX-License-Identifier: GPL-2.0-only
// What an invocation holds.
#pragma once

#include <rex/abi.h>

#include <cstdint>
#include <vector>

namespace rex::host {

/// Something that a program has and must give back.
class Resource {
 public:
  Resource() = default;
  Resource(const Resource&) = delete;
  Resource& operator=(const Resource&) = delete;
  virtual ~Resource() = default;

  /// The program panicked.
  virtual void release() = 0;
};

/// As struct rex_ledger of the kernel's runtime, slot for slot.  Owns nothing.
class Ledger {
 public:
  bool has_room() const;
  /// The resource's slot, from 1.  There is room.
  std::uint32_t enter(Resource& resource);
  /// The resource of a slot, which is given up; null where the slot holds none of that kind.
  template <class Kind>
  Kind* take(std::uint32_t slot) {
    auto* resource = dynamic_cast<Kind*>(at(slot));
    if (resource) remove(slot);
    return resource;
  }

  /// Resources that are held.
  std::size_t held() const;
  /// Releases all, the newest first.
  void release_all();

 private:
  Resource* at(std::uint32_t slot) const;
  void remove(std::uint32_t slot);

  std::vector<Resource*> entries_;  // null: given up
};

}  // namespace rex::host
