// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/log.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <span>

#include "control.hpp"
#include "failure.hpp"
#include "file_descriptor.hpp"
#include "rex/log.h"
#include "rex/log_text.hpp"

namespace rex {

using internal::failure;

namespace {

constexpr std::string_view kKinds[] = {"line", "panic", "loaded", "unloaded"};
static_assert(std::size(kKinds) == REX_LOG_KINDS);
constexpr std::string_view kLevels[] = {"debug", "info", "warn", "error"};
static_assert(std::size(kLevels) == REX_LOG_LEVELS);

/// Takes a text with its NUL off the front.
std::string take_text(std::string_view& data) {
  const std::size_t end = std::min(data.find('\0'), data.size());
  std::string text(data.substr(0, end));
  data.remove_prefix(std::min(end + 1, data.size()));
  return text;
}

LogRecord decode(const rex_log_record& record) {
  LogRecord result;
  result.sequence = record.sequence;
  result.time = std::chrono::nanoseconds(record.time);
  result.kind = static_cast<LogKind>(std::min<int>(record.kind, REX_LOG_KINDS - 1));
  result.level = static_cast<LogLevel>(std::min<int>(record.level, REX_LOG_LEVELS - 1));
  result.line = record.line;
  result.column = record.column;
  result.cpu = record.cpu;
  result.pid = record.pid;
  result.comm.assign(record.comm, strnlen(record.comm, sizeof record.comm));
  std::string_view data(record.data, std::min<std::size_t>(record.size, sizeof record.data));
  result.extension = take_text(data);
  result.program = take_text(data);
  result.file = take_text(data);
  const std::string format = take_text(data);
  // Only a program's line has arguments: a panic's reason may hold braces.
  result.text = result.kind == LogKind::kLine
                    ? log_text::make(format, std::as_bytes(std::span(data.data(), data.size())))
                : result.kind == LogKind::kPanic ? format
                                                 : std::string(name_of(result.kind));
  return result;
}

}  // namespace

std::string_view name_of(LogKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(LogLevel level) { return kLevels[static_cast<std::size_t>(level)]; }

std::optional<LogLevel> log_level(std::string_view name) {
  const auto* found = std::ranges::find(kLevels, name);
  if (found == std::end(kLevels)) return std::nullopt;
  return static_cast<LogLevel>(found - std::begin(kLevels));
}

struct Log::State {
  internal::FileDescriptor records;
  std::uint64_t last = 0;  // sequence
};

Log::Log(std::unique_ptr<State> state) : state_(std::move(state)) {}
Log::Log(Log&&) noexcept = default;
Log& Log::operator=(Log&&) noexcept = default;
Log::~Log() = default;

Result<Log> Log::open() {
  const auto control = internal::Control::open();
  if (!control) return std::unexpected(control.error());
  internal::FileDescriptor records(::ioctl(control->fd(), REX_IOC_LOG));
  if (!records.is_open() || ::fcntl(records.get(), F_SETFL, O_NONBLOCK) != 0)
    return failure(ErrorCode::kIo, REX_DEVICE,
                   "does not open the log: " + internal::errno_text(errno),
                   "load the rex.ko of this version: rmmod rex && modprobe rex");
  return Log(std::make_unique<State>(std::move(records)));
}

Result<std::optional<LogRecord>> Log::next() {
  rex_log_record record{};
  const ssize_t size = ::read(state_->records.get(), &record, sizeof record);
  if (size < 0 && (errno == EAGAIN || errno == EINTR)) return std::nullopt;
  if (size < static_cast<ssize_t>(offsetof(rex_log_record, data)))
    return failure(
        ErrorCode::kIo, REX_DEVICE,
        "the log cannot be read: " + (size < 0 ? internal::errno_text(errno) : "a short record"));
  LogRecord result = decode(record);
  // What was overwritten before the log was opened is not this reader's loss.
  result.lost = state_->last == 0 ? 0 : result.sequence - state_->last - 1;
  state_->last = result.sequence;
  return result;
}

int Log::fd() const { return state_->records.get(); }

}  // namespace rex
