// SPDX-License-Identifier: GPL-2.0-only
// rex log: what programs print, panics, and extensions that come and go.
#include "rex/log.hpp"

#include <fmt/core.h>
#include <poll.h>

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "report.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

struct LogOptions {
  bool follow = false;
  bool json = false;
  std::string trace_pipe;  // where to write for trace_pipe, empty for nowhere
  std::string level = "debug";
  std::string extension;
};

std::string source_of(const LogRecord& record) {
  return record.program.empty() ? record.extension : record.extension + "/" + record.program;
}

std::string place_of(const LogRecord& record) {
  if (record.file.empty()) return {};
  // A panic's column says which operation of a line it was.
  return record.kind == LogKind::kPanic
             ? fmt::format(" {}:{}:{}:", record.file, record.line, record.column)
             : fmt::format(" {}:{}:", record.file, record.line);
}

std::string text_of(const LogRecord& record) {
  return fmt::format("{}{} {}{}", source_of(record), place_of(record),
                     record.kind == LogKind::kPanic ? "panicked: " : "", record.text);
}

void print_plain(const LogRecord& record) {
  const auto seconds = std::chrono::duration<double>(record.time).count();
  fmt::print("[{:12.6f}] {:<5} {}\n", seconds, name_of(record.level), text_of(record));
}

void print_json(const LogRecord& record) {
  const nlohmann::ordered_json line = {{"sequence", record.sequence},
                                       {"lost", record.lost},
                                       {"time", record.time.count()},
                                       {"kind", name_of(record.kind)},
                                       {"level", name_of(record.level)},
                                       {"extension", record.extension},
                                       {"program", record.program},
                                       {"file", record.file},
                                       {"line", record.line},
                                       {"column", record.column},
                                       {"cpu", record.cpu},
                                       {"pid", record.pid},
                                       {"comm", record.comm},
                                       {"text", record.text}};
  // Names and texts may hold bytes that are no UTF-8.
  fmt::print("{}\n", line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

/// The file that shows up in trace_pipe.
Result<std::ofstream> open_marker(const std::string& path) {
  std::ofstream marker(path);
  if (!marker)
    return std::unexpected(Error{
        ErrorCode::kIo,
        path + ": cannot be written; mount tracefs: mount -t tracefs none /sys/kernel/tracing",
        {}});
  return marker;
}

class LogPrinter {
 public:
  explicit LogPrinter(const LogOptions& options) : options_(options) {}

  Result<void> open() {
    const auto level = log_level(options_.level);
    if (!level)
      return std::unexpected(
          Error{ErrorCode::kInvalidArgument, options_.level + ": is no level of the log", {}});
    level_ = *level;
    if (options_.trace_pipe.empty()) return {};
    auto marker = open_marker(options_.trace_pipe);
    if (!marker) return std::unexpected(std::move(marker.error()));
    marker_ = std::move(*marker);
    return {};
  }

  void print(const LogRecord& record) {
    if (record.lost != 0)
      print_hint(
          fmt::format("{} lines were lost: they came faster than they were read", record.lost));
    if (record.level < level_) return;
    if (!options_.extension.empty() && record.extension != options_.extension) return;
    if (options_.json)
      print_json(record);
    else
      print_plain(record);
    if (marker_.is_open()) marker_ << "rex: " << text_of(record) << '\n' << std::flush;
  }

 private:
  const LogOptions& options_;
  LogLevel level_ = LogLevel::kDebug;
  std::ofstream marker_;
};

Result<void> run(const LogOptions& options) {
  auto log = Log::open();
  if (!log) return std::unexpected(std::move(log.error()));
  LogPrinter printer(options);
  if (auto result = printer.open(); !result) return result;
  for (;;) {
    auto record = log->next();
    if (!record) return std::unexpected(std::move(record.error()));
    if (*record) {
      printer.print(**record);
      continue;
    }
    std::fflush(stdout);
    if (!options.follow) return {};
    pollfd readable{.fd = log->fd(), .events = POLLIN, .revents = 0};
    ::poll(&readable, 1, -1);
  }
}

int run_log(const LogOptions& options) {
  const auto result = run(options);
  if (!result) print_error(result.error());
  return result ? kSuccess : kFailure;
}

}  // namespace

void add_log(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<LogOptions>();
  CLI::App* verb = app.add_subcommand(
      "log", "Show what programs print, panics, and extensions that come and go");
  verb->add_flag("-f,--follow", options->follow, "Wait for more, until Ctrl-C");
  verb->add_flag("--json", options->json, "A JSON object a line");
  verb->add_option("--level", options->level, "The least level to show")
      ->check(CLI::IsMember({"debug", "info", "warn", "error"}))
      ->capture_default_str();
  verb->add_option("--extension", options->extension, "Show this extension's only");
  verb->add_flag(
      "--trace-pipe{/sys/kernel/tracing/trace_marker}", options->trace_pipe,
      "Write to the kernel's trace too, between the events of other tracers: trace_pipe shows it");
  verb->callback([options, &exit_code] { exit_code = run_log(*options); });
}

}  // namespace rex::cli
