// SPDX-License-Identifier: GPL-2.0-only
// What `rex run` waits for.
#pragma once

#include <csignal>
#include <filesystem>
#include <string>

#include "rex/error.hpp"

namespace rex::cli {

/// The end of a run: a signal or a time; and meanwhile a file that is written anew.
class Wait {
 public:
  enum class Event { kEnd, kChanged };

  /// Blocks the signals that end a run, so that they are waited for and not died of.
  Wait();
  Wait(const Wait&) = delete;
  Wait& operator=(const Wait&) = delete;
  ~Wait();

  /// Counts from now on.  Forever by default.
  void end_after(double seconds);
  /// Waits for changes of a file, too: also where another one takes its name.
  /// Errors: kIo (its folder cannot be watched).
  Result<void> watch(const std::filesystem::path& file);

  Event next();

 private:
  /// Whether one of the changes noted is the file's.
  bool has_changed() const;

  sigset_t signals_{};
  int signal_fd_ = -1;
  int timer_fd_ = -1;
  int inotify_fd_ = -1;
  std::string name_;  // of the file, in its folder
};

}  // namespace rex::cli
