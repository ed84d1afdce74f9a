// SPDX-License-Identifier: GPL-2.0-only
#include <bpf/bpf.h>
#include <fmt/core.h>
#include <linux/bpf.h>
#include <unistd.h>

#include <chrono>
#include <numeric>
#include <rex/loader.hpp>
#include <rex/log.hpp>

#include "sides.hpp"

namespace expressiveness {

namespace {

/// Emulation is slow: time enough for what ends.
constexpr std::chrono::seconds kPatience{1};

rex::Result<void> fill(const rex::Extension& extension, const std::string& name,
                       const Values& values) {
  const auto map = extension.map(name);
  if (!map) return std::unexpected(map.error());
  const std::vector<unsigned char> bytes = bytes_of(values, map->value_size());
  if (map->type() == BPF_MAP_TYPE_QUEUE) {
    for (std::size_t at = 0; at < bytes.size(); at += map->value_size())
      bpf_map_update_elem(map->fd(), nullptr, &bytes[at], BPF_ANY);
    return {};
  }
  std::vector<std::uint32_t> keys(values.size());
  std::iota(keys.begin(), keys.end(), 0);
  auto count = static_cast<std::uint32_t>(values.size());
  if (bpf_map_update_batch(map->fd(), keys.data(), bytes.data(), &count, nullptr) != 0)
    return std::unexpected(rex::Error{rex::ErrorCode::kIo, name + " cannot be filled", {}});
  return {};
}

rex::Result<std::int64_t> run_on_packet(rex::Extension& extension, const Case& program) {
  const auto link = extension.attach(program.name, "lo:generic");
  if (!link) return std::unexpected(link.error());
  bpf_link_info information{};
  std::uint32_t size = sizeof information;
  bpf_obj_get_info_by_fd(link->fd(), &information, &size);
  const int fd = bpf_prog_get_fd_by_id(information.prog_id);
  const bool ran = run_once(fd, program);
  close(fd);
  const auto stats = extension.stats(program.name);
  if (!ran || !stats || stats->runs != 1 || stats->panics != 0)
    return std::unexpected(rex::Error{rex::ErrorCode::kPanicked, "it did not run to its end", {}});
  const auto answer = extension.global("answer");
  if (!answer) return std::unexpected(answer.error());
  return static_cast<std::int64_t>(*answer);
}

rex::Result<std::int64_t> run(const Case& program, const std::filesystem::path& object,
                              const std::map<std::string, Values>& inputs,
                              std::chrono::nanoseconds budget, Sizes& sizes) {
  rex::LoadOptions options;
  options.programs[program.name].budget = budget;
  auto extension = rex::Extension::load(object, options);
  if (!extension) return std::unexpected(extension.error());
  for (const auto& map : extension->manifest().maps) sizes[map.name] = map.value_size;
  for (const auto& [name, values] : inputs)
    if (auto filled = fill(*extension, name, values); !filled)
      return std::unexpected(filled.error());
  return program.packet.empty() ? extension->run(program.name) : run_on_packet(*extension, program);
}

/// Why a program's last run was ended, in the log's words.
std::string last_panic_of(const std::string& program) {
  std::string text;
  auto log = rex::Log::open();
  if (!log) return log.error().summary;
  for (auto record = log->next(); record && *record; record = log->next())
    if ((*record)->kind == rex::LogKind::kPanic && (*record)->program == program)
      text = (*record)->text;
  return text;
}

/// "ended" where the run went over its budget.
std::string how_it_ended(const std::string& program, const rex::Result<std::int64_t>& answer) {
  if (answer) return fmt::format("returned {}", *answer);
  if (answer.error().code != rex::ErrorCode::kPanicked) return answer.error().summary;
  const std::string why = last_panic_of(program);
  return why.find("budget") != std::string::npos ? "ended" : "ended: " + why;
}

}  // namespace

bool run_once(int program, const Case& input) {
  const std::vector<unsigned char> packet = bytes_of(input.packet, 1);
  const std::vector<unsigned char> empty(64);
  const auto& data = packet.empty() ? empty : packet;
  bpf_test_run_opts options{};
  options.sz = sizeof options;
  options.data_in = data.data();
  options.data_size_in = static_cast<std::uint32_t>(data.size());
  options.repeat = 1;
  if (bpf_prog_test_run_opts(program, &options) == 0) return true;
  // Tracing programs take no packet.
  options.data_in = nullptr;
  options.data_size_in = 0;
  options.repeat = 0;
  return bpf_prog_test_run_opts(program, &options) == 0;
}

OursOutcome run_ours(const Case& program, const std::filesystem::path& object) {
  OursOutcome outcome;
  if (!program.misbehave.empty()) {
    const auto answer = run(program, object, program.misbehave, {}, outcome.sizes);
    outcome.ended = how_it_ended(program.name, answer);
  }
  // After it, so that a kernel that did not go on would show.
  const auto answer = run(program, object, program.inputs, kPatience, outcome.sizes);
  outcome.result = !answer                     ? answer.error().summary
                   : *answer == program.expect ? "right"
                                               : fmt::format("{}, not {}", *answer, program.expect);
  return outcome;
}

}  // namespace expressiveness
