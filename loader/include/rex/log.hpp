// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// The log of all extensions.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "rex/error.hpp"

namespace rex {

/// What a record tells of.
enum class LogKind { kLine, kPanic, kLoaded, kUnloaded };
enum class LogLevel { kDebug, kInfo, kWarn, kError };

/// "line", "panic", "loaded", "unloaded".
std::string_view name_of(LogKind kind);
/// "debug", "info", "warn", "error".
std::string_view name_of(LogLevel level);
std::optional<LogLevel> log_level(std::string_view name);

/// A record of the log: a program's line, a panic, or an extension that came or went.
struct LogRecord {
  std::uint64_t sequence = 0;
  std::uint64_t lost = 0;           ///< records before this one that were overwritten unread
  std::chrono::nanoseconds time{};  ///< of CLOCK_MONOTONIC
  LogKind kind = LogKind::kLine;
  LogLevel level = LogLevel::kInfo;
  std::string extension, program;  ///< the latter empty for an extension's own records
  std::string file;                ///< empty where there is no place
  std::uint32_t line = 0, column = 0;
  std::uint32_t cpu = 0;
  std::int32_t pid = 0;  ///< of the thread that ran, in the initial pid namespace
  std::string comm;      ///< its name
  std::string text;
};

/// A reader of the log.  Readers do not take anything from each other: each begins with the oldest
/// record that the runtime still has.  Not thread-safe.
class Log {
 public:
  /// Errors: kRuntimeMissing (no rex.ko in the kernel), kNotPermitted, kAbiMismatch.
  static Result<Log> open();
  Log(Log&&) noexcept;
  Log& operator=(Log&&) noexcept;
  ~Log();

  /// The next record; nothing where there is none yet.  Errors: kIo.
  Result<std::optional<LogRecord>> next();

  /// For poll(): readable when there is a record.
  int fd() const;

 private:
  struct State;
  explicit Log(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace rex
