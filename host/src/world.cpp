// SPDX-License-Identifier: GPL-2.0-only
#include "world.hpp"

#include <rex/host/image.h>

#include <span>
#include <stdexcept>

#include "globals.hpp"
#include "limits.hpp"

namespace rex::host {

namespace {

/// "extension mp4 has no map pid; it has pids, cpu_times"
std::invalid_argument no_such(const World& world, std::string_view what, std::string_view name,
                              const std::vector<std::string>& names) {
  std::string text = "extension " + world.name() + " has no " + std::string(what) + " \"" +
                     std::string(name) + "\"; it has";
  for (const std::string& known : names) text += " " + known;
  if (names.empty()) text += " none";
  return std::invalid_argument(text);
}

}  // namespace

World::World(const rex_host_extension& image) : image_(image) {
  reset_globals(image);
  for (const auto& program : std::span(image.programs, image.program_count))
    programs_.push_back({.image = &program, .budget = kDefaultBudget});
  for (const auto& map : std::span(image.maps, image.map_count)) {
    maps_.push_back(make_map(map.name, *map.map));
    maps_by_address_.emplace(map.map, maps_.back().get());
  }
}

World::~World() = default;

std::string World::name() const { return image_.name; }

Program& World::program(std::string_view name) {
  std::vector<std::string> names;
  for (Program& program : programs_) {
    if (program.image->name == name) return program;
    names.emplace_back(program.image->name);
  }
  throw no_such(*this, "program", name, names);
}

Map& World::map(std::string_view name) {
  std::vector<std::string> names;
  for (const auto& map : maps_) {
    if (map->name() == name) return *map;
    names.push_back(map->name());
  }
  throw no_such(*this, "map", name, names);
}

std::span<std::byte> World::global(std::string_view name) {
  std::vector<std::string> names;
  for (const auto& global : std::span(image_.globals, image_.global_count)) {
    if (global.name == name) return {static_cast<std::byte*>(global.address), global.size};
    names.emplace_back(global.name);
  }
  throw no_such(*this, "global variable", name, names);
}

Map* World::map_at(const rex_map* address) const {
  const auto found = maps_by_address_.find(address);
  return found == maps_by_address_.end() ? nullptr : found->second;
}

std::shared_ptr<testing::Outcome::Report> World::note(testing::Panic panic) {
  log_.push_back(panic.text());
  reports_.push_back(std::make_shared<testing::Outcome::Report>(std::move(panic), false));
  return reports_.back();
}

std::vector<std::string> World::unseen_panics() const {
  std::vector<std::string> texts;
  for (const auto& report : reports_)
    if (!report->seen) texts.push_back(report->panic.text());
  return texts;
}

}  // namespace rex::host
