// SPDX-License-Identifier: GPL-2.0-only
#include "ledger.hpp"

#include <algorithm>

namespace rex::host {

std::size_t Ledger::held() const {
  return entries_.size() - static_cast<std::size_t>(std::ranges::count(entries_, nullptr));
}

bool Ledger::has_room() const { return held() < REX_RESOURCES_MAX; }

std::uint32_t Ledger::enter(Resource& resource) {
  // At the end, and where there is no room, in a hole.
  auto place = entries_.end();
  if (entries_.size() == REX_RESOURCES_MAX)
    place = std::ranges::find(entries_, nullptr);
  else
    place = entries_.insert(entries_.end(), nullptr);
  *place = &resource;
  return static_cast<std::uint32_t>(place - entries_.begin()) + 1;
}

Resource* Ledger::at(std::uint32_t slot) const {
  return slot == 0 || slot > entries_.size() ? nullptr : entries_[slot - 1];
}

void Ledger::remove(std::uint32_t slot) {
  entries_[slot - 1] = nullptr;
  while (!entries_.empty() && !entries_.back()) entries_.pop_back();
}

void Ledger::release_all() {
  while (!entries_.empty()) {
    Resource* resource = entries_.back();
    entries_.pop_back();
    if (resource) resource->release();
  }
}

}  // namespace rex::host
