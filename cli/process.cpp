// SPDX-License-Identifier: GPL-2.0-only
#include "process.hpp"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <cstring>

namespace rex::cli {

namespace {

constexpr std::array kEndingSignals = {SIGINT, SIGTERM, SIGHUP};

volatile sig_atomic_t received_signal = 0;

/// Notes signals while it exists, instead of dying of them.
class SignalWatch {
 public:
  SignalWatch() {
    received_signal = 0;
    struct sigaction action{};
    action.sa_handler = [](int number) { received_signal = number; };  // no SA_RESTART: waitpid
    for (std::size_t i = 0; i < kEndingSignals.size(); ++i)
      ::sigaction(kEndingSignals[i], &action, &before_[i]);
  }
  ~SignalWatch() {
    for (std::size_t i = 0; i < kEndingSignals.size(); ++i)
      ::sigaction(kEndingSignals[i], &before_[i], nullptr);
  }
  SignalWatch(const SignalWatch&) = delete;

 private:
  std::array<struct sigaction, kEndingSignals.size()> before_;
};

std::vector<char*> pointers_to(const std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (const std::string& text : strings) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Result<int> run_process(const std::vector<std::string>& arguments,
                        const std::vector<std::string>& environment) {
  const SignalWatch watch;
  pid_t child = -1;
  const int error = ::posix_spawn(&child, arguments[0].c_str(), nullptr, nullptr,
                                  pointers_to(arguments).data(), pointers_to(environment).data());
  if (error != 0)
    return std::unexpected(
        Error{ErrorCode::kIo, arguments[0] + ": cannot be started: " + std::strerror(error), {}});

  int status = 0;
  bool told = false;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR)
      return std::unexpected(
          Error{ErrorCode::kIo, "waitpid: " + std::string(std::strerror(errno)), {}});
    if (received_signal != 0 && !told) {
      ::kill(child, SIGTERM);
      told = true;
    }
  }
  if (received_signal != 0) return std::unexpected(Error{ErrorCode::kBusy, "interrupted", {}});
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace rex::cli
