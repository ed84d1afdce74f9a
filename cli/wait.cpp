// SPDX-License-Identifier: GPL-2.0-only
#include "wait.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <string>
#include <system_error>

namespace rex::cli {

Wait::Wait() {
  ::sigemptyset(&signals_);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&signals_, number);
  ::sigprocmask(SIG_BLOCK, &signals_, nullptr);
  signal_fd_ = ::signalfd(-1, &signals_, SFD_CLOEXEC);
}

Wait::~Wait() {
  for (const int fd : {signal_fd_, timer_fd_, inotify_fd_})
    if (fd >= 0) ::close(fd);
}

void Wait::end_after(double seconds) {
  timer_fd_ = ::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
  double whole = 0;
  const double part = std::modf(seconds, &whole);
  itimerspec time{};
  time.it_value.tv_sec = static_cast<time_t>(whole);
  // At least one: a timer of no time is none.
  time.it_value.tv_nsec = static_cast<long>(part * 1e9) + 1;
  ::timerfd_settime(timer_fd_, 0, &time, nullptr);
}

Result<void> Wait::watch(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  name_ = file.filename();
  inotify_fd_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  // The folder: a build makes a new file and gives it the name.
  if (inotify_fd_ < 0 ||
      ::inotify_add_watch(inotify_fd_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO) < 0)
    return std::unexpected(Error{
        ErrorCode::kIo,
        folder.string() + ": changes cannot be watched: " + std::generic_category().message(errno) +
            "; raise fs.inotify.max_user_watches, or run without --watch",
        {}});
  return {};
}

bool Wait::has_changed() const {
  bool changed = false;
  alignas(inotify_event) std::array<char, 4096> buffer;
  for (ssize_t size = 0; (size = ::read(inotify_fd_, buffer.data(), buffer.size())) > 0;)
    for (const char* at = buffer.data(); at < buffer.data() + size;) {
      // SAFETY: the kernel fills the buffer with whole events, each followed by its name.
      const auto* event = reinterpret_cast<const inotify_event*>(at);
      changed = changed || (event->len != 0 && name_ == event->name);
      at += sizeof(inotify_event) + event->len;
    }
  return changed;
}

Wait::Event Wait::next() {
  for (;;) {
    std::array<pollfd, 3> wanted{};
    wanted[0].fd = signal_fd_;
    wanted[1].fd = timer_fd_;
    wanted[2].fd = inotify_fd_;
    for (pollfd& one : wanted) one.events = POLLIN;
    if (::poll(wanted.data(), wanted.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return Event::kEnd;
    }
    if (wanted[0].revents != 0 || wanted[1].revents != 0) return Event::kEnd;
    if (wanted[2].revents != 0 && has_changed()) return Event::kChanged;
  }
}

}  // namespace rex::cli
