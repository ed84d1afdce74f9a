// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "kernel_log.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace rex::internal {

KernelLog::KernelLog() : log_(::open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC)) { skip(); }

void KernelLog::skip() {
  if (log_.is_open() && ::lseek(log_.get(), 0, SEEK_END) < 0) log_.close();
}

std::string KernelLog::messages(std::initializer_list<std::string_view> words) {
  constexpr int kMostRecords = 1000;
  std::string result;
  std::array<char, 8192> buffer;  // the kernel's CONSOLE_EXT_LOG_MAX: no record is longer
  for (int i = 0; log_.is_open() && i < kMostRecords; ++i) {
    const ssize_t size = ::read(log_.get(), buffer.data(), buffer.size());
    if (size < 0 && (errno == EPIPE || errno == EINTR)) continue;  // EPIPE: records were lost
    if (size <= 0) break;
    // "priority,sequence,time,flags;message\n KEY=value\n…"
    std::string_view message(buffer.data(), static_cast<std::size_t>(size));
    message.remove_prefix(std::min(message.find(';'), message.size() - 1) + 1);
    message = message.substr(0, message.find('\n'));
    const bool wanted = std::ranges::any_of(
        words, [&](std::string_view word) { return message.find(word) != message.npos; });
    if (wanted) result.append(message).push_back('\n');
  }
  return result;
}

}  // namespace rex::internal
