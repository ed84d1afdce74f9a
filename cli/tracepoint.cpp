// SPDX-License-Identifier: GPL-2.0-only
// rex tracepoint GROUP:NAME: what this kernel's tracepoint is in an extension's source.
#include <fmt/core.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "report.hpp"
#include "rex/trace_event.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

struct TracepointOptions {
  std::string event;
  bool json = false;
};

void print_json(const TraceEvent& event) {
  nlohmann::ordered_json fields = nlohmann::ordered_json::array();
  for (const TraceEvent::Field& field : event.fields)
    fields.push_back({{"name", field.name},
                      {"kernel_type", field.type},
                      {"type", field.sdk_type()},
                      {"offset", field.offset},
                      {"size", field.size}});
  const nlohmann::ordered_json result = {{"group", event.group},
                                         {"name", event.name},
                                         {"id", event.id},
                                         {"fields", std::move(fields)}};
  fmt::print("{}\n", result.dump(2));
}

int run_tracepoint(const TracepointOptions& options) {
  const auto event = TraceEvent::load(options.event);
  if (!event) {
    print_error(event.error());
    return kFailure;
  }
  if (options.json)
    print_json(*event);
  else
    fmt::print("{}", event->declaration());
  return kSuccess;
}

}  // namespace

void add_tracepoint(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<TracepointOptions>();
  CLI::App* verb = app.add_subcommand(
      "tracepoint", "Print the declaration of a tracepoint of the running kernel");
  verb->add_option("GROUP:NAME", options->event, "sched:sched_switch")->required();
  verb->add_flag("--json", options->json, "All fields, with their places, as JSON");
  verb->callback([options, &exit_code] { exit_code = run_tracepoint(*options); });
}

}  // namespace rex::cli
