// SPDX-License-Identifier: GPL-2.0-only
// Messages of the language server protocol: a header with the length, then JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace rex::cli {

/// Takes messages out of a stream.
class Inbox {
 public:
  explicit Inbox(int fd) : fd_(fd) {}

  /// Reads what there is, and waits where there is nothing.  False at the end of the stream.
  bool read();
  /// The next complete message.
  std::optional<std::string> next();

 private:
  int fd_;
  std::string buffer_;
};

/// Puts messages into a stream, as fast as its reader takes them.
class Outbox {
 public:
  /// Takes a non-blocking descriptor that is not its own.
  explicit Outbox(int fd) : fd_(fd) {}

  void send(std::string_view message);
  /// Writes what the reader takes now.  False where there is no reader any more.
  bool flush();
  bool empty() const { return buffer_.empty(); }

 private:
  int fd_;
  std::string buffer_;
};

/// "file:///a%20b" as /a b; empty for anything but a local file.
std::string path_of_uri(std::string_view uri);
std::string uri_of_path(std::string_view path);

}  // namespace rex::cli
