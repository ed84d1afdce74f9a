// SPDX-License-Identifier: GPL-2.0-only
// What an extension under test lives in.
#pragma once

#include <rex/abi.h>

#include <cstdint>
#include <map>
#include <memory>
#include <rex/testing/clock.hpp>
#include <rex/testing/kernel.hpp>
#include <rex/testing/machine.hpp>
#include <rex/testing/memory.hpp>
#include <rex/testing/outcome.hpp>
#include <rex/testing/tasks.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "map.hpp"

struct rex_host_extension;
struct rex_host_program;

namespace rex::host {

/// A program of the world's extension.
struct Program {
  const rex_host_program* image;
  std::uint64_t budget;  // nanoseconds of own time
  std::int64_t panic_value = 0;
  std::uint64_t runs = 0, missed = 0, panics = 0;
  bool disabled = false;  // by a panic, for good
};

/// One extension with its maps, tasks and clock.  Making one puts the extension's variables into
/// their initial state, so there is at most one world of an extension at a time.
class World {
 public:
  explicit World(const rex_host_extension& image);
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World();

  const rex_host_extension& image() const { return image_; }
  std::string name() const;

  /// By name.  Throw std::invalid_argument, which lists the names there are.
  Program& program(std::string_view name);
  Map& map(std::string_view name);
  /// The bytes of a variable.
  std::span<std::byte> global(std::string_view name);
  std::vector<Program>& programs() { return programs_; }
  const std::vector<std::unique_ptr<Map>>& maps() const { return maps_; }

  /// The map behind an object of the extension; null for any other address.
  Map* map_at(const rex_map* address) const;

  testing::Kernel& kernel() { return kernel_; }
  testing::Tasks& tasks() { return tasks_; }
  testing::Clock& clock() { return clock_; }
  testing::Machine& machine() { return machine_; }
  testing::Memory& kernel_memory() { return kernel_memory_; }
  testing::Memory& user_memory() { return user_memory_; }

  /// Notes a panic, as the kernel's log does.
  std::shared_ptr<testing::Outcome::Report> note(testing::Panic panic);
  /// Notes what a program printed.
  void note_line(std::string line) { log_.push_back(std::move(line)); }
  const std::vector<std::string>& log() const { return log_; }
  /// The panics that nobody looked at.
  std::vector<std::string> unseen_panics() const;

 private:
  const rex_host_extension& image_;
  std::vector<Program> programs_;
  std::vector<std::unique_ptr<Map>> maps_;
  std::unordered_map<const rex_map*, Map*> maps_by_address_;
  testing::Kernel kernel_;
  testing::Tasks tasks_{kernel_};
  testing::Clock clock_;
  testing::Machine machine_;
  testing::Memory kernel_memory_;
  testing::Memory user_memory_;
  std::vector<std::string> log_;
  std::vector<std::shared_ptr<testing::Outcome::Report>> reports_;
};

}  // namespace rex::host

struct rex::testing::Outcome::Report {
  Panic panic;
  bool seen = false;
};
