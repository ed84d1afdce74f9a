// SPDX-License-Identifier: GPL-2.0-only
#include "messages.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>

namespace rex::cli {

namespace {

constexpr std::string_view kLength = "Content-Length: ";
constexpr std::string_view kHeaderEnd = "\r\n\r\n";
constexpr std::string_view kFileScheme = "file://";

bool is_plain(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') ||
         std::string_view("/-._~").find(character) != std::string_view::npos;
}

}  // namespace

bool Inbox::read() {
  std::array<char, 65536> part;
  ssize_t length = 0;
  do length = ::read(fd_, part.data(), part.size());
  while (length < 0 && errno == EINTR);
  if (length > 0) buffer_.append(part.data(), static_cast<std::size_t>(length));
  return length > 0;
}

std::optional<std::string> Inbox::next() {
  const std::size_t end = buffer_.find(kHeaderEnd);
  if (end == std::string::npos) return std::nullopt;
  std::size_t length = 0;
  if (const std::size_t at = buffer_.find(kLength); at < end)
    std::from_chars(buffer_.data() + at + kLength.size(), buffer_.data() + end, length);
  const std::size_t start = end + kHeaderEnd.size();
  if (buffer_.size() - start < length) return std::nullopt;
  std::string message = buffer_.substr(start, length);
  buffer_.erase(0, start + length);
  return message;
}

void Outbox::send(std::string_view message) {
  buffer_ += fmt::format("{}{}{}{}", kLength, message.size(), kHeaderEnd, message);
}

bool Outbox::flush() {
  std::size_t written = 0;
  while (written < buffer_.size()) {
    const ssize_t length = ::write(fd_, buffer_.data() + written, buffer_.size() - written);
    if (length < 0 && errno == EINTR) continue;
    if (length < 0 && errno != EAGAIN) return false;
    if (length < 0) break;
    written += static_cast<std::size_t>(length);
  }
  buffer_.erase(0, written);
  return true;
}

std::string path_of_uri(std::string_view uri) {
  if (!uri.starts_with(kFileScheme)) return "";
  uri.remove_prefix(kFileScheme.size());
  std::string path;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    unsigned value = 0;
    if (uri[i] == '%' && i + 2 < uri.size() &&
        std::from_chars(&uri[i + 1], &uri[i + 1] + 2, value, 16).ec == std::errc()) {
      path += static_cast<char>(value);
      i += 2;
    } else {
      path += uri[i];
    }
  }
  return path;
}

std::string uri_of_path(std::string_view path) {
  std::string uri(kFileScheme);
  for (const char character : path)
    uri += is_plain(character) ? std::string(1, character)
                               : fmt::format("%{:02X}", static_cast<unsigned char>(character));
  return uri;
}

}  // namespace rex::cli
