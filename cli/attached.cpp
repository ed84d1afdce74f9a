// SPDX-License-Identifier: GPL-2.0-only
#include "attached.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

namespace rex::cli {

namespace {

bool is_alike(const Manifest::Map& one, const Manifest::Map& other) {
  return one.kernel_type == other.kernel_type && one.key_size == other.key_size &&
         one.value_size == other.value_size && one.max_entries == other.max_entries &&
         one.flags == other.flags;
}

ProgramStats sum(const ProgramStats& one, const ProgramStats& other) {
  return {.runs = one.runs + other.runs,
          .missed = one.missed + other.missed,
          .panics = one.panics + other.panics,
          .disabled = other.disabled};
}

}  // namespace

Result<std::size_t> Attached::attach() {
  auto links = attach_others(extension_);
  if (!links) return std::unexpected(std::move(links.error()));
  links_ = std::move(*links);
  return links_.size();
}

Result<std::vector<Attached::Place>> Attached::attach_others(Extension& extension) const {
  std::vector<Place> links;
  for (const Manifest::Program& program : extension.manifest().programs) {
    if (program.hook == REX_HOOK_ONCE ||
        std::ranges::find(links_, program.name, &Place::program) != links_.end())
      continue;
    auto link = extension.attach(program.name);
    if (!link) return std::unexpected(std::move(link.error()));
    links.push_back({program.name, std::move(*link)});
  }
  return links;
}

Result<void> Attached::replace(const Object& object, LoadOptions options) {
  const Manifest& manifest = object.manifest();
  // What panicked is detached: the newer build's is attached anew.
  std::erase_if(links_, [this](const Place& place) {
    const auto counters = extension_.stats(place.program);
    return counters && counters->disabled;
  });
  for (const Place& place : links_)
    if (!manifest.find_program(place.program))
      return std::unexpected(
          Error{ErrorCode::kInvalidArgument,
                fmt::format("the new build has no program {}, which is attached; start it anew",
                            place.program),
                {}});
  share_maps(manifest, options);
  auto newer = Extension::load(object, options);
  if (!newer) return std::unexpected(std::move(newer.error()));
  auto others = attach_others(*newer);
  if (!others) return std::unexpected(std::move(others.error()));
  if (auto result = move_links(*newer); !result) return result;

  for (const Manifest::Program& program : extension_.manifest().programs)
    if (const auto counters = extension_.stats(program.name))
      earlier_[program.name] = sum(earlier_[program.name], *counters);
  std::ranges::move(*others, std::back_inserter(links_));
  std::swap(extension_, *newer);
  return newer->unload();
}

Result<void> Attached::move_links(Extension& newer) {
  for (std::size_t i = 0; i < links_.size(); ++i) {
    auto result = newer.replace(links_[i].link, links_[i].program);
    if (result) continue;
    // Those before go back: their programs ran there, so they can again.
    while (i-- > 0) {
      [[maybe_unused]] const auto back = extension_.replace(links_[i].link, links_[i].program);
    }
    return result;
  }
  return {};
}

void Attached::share_maps(const Manifest& newer, LoadOptions& options) const {
  for (const Manifest::Map& map : newer.maps) {
    const Manifest::Map* mine = extension_.manifest().find_map(map.name);
    MapOptions& where = options.maps[map.name];
    if (!mine || !is_alike(*mine, map) || !where.pin.empty()) continue;
    if (const auto shared = extension_.map(map.name)) where.fd = shared->fd();
  }
}

Result<ProgramStats> Attached::stats(const std::string& program) const {
  auto counters = extension_.stats(program);
  const auto before = earlier_.find(program);
  if (counters && before != earlier_.end()) return sum(before->second, *counters);
  return counters;
}

}  // namespace rex::cli
