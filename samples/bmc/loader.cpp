// SPDX-License-Identifier: GPL-2.0-only
// bmc-loader INTERFACE[:native|:generic]: answers memcached's GETs that come by an interface from a
// cache in the kernel, until a signal comes; then says how many.  To be started before memcached.
#include <fmt/core.h>
#include <signal.h>

#include <cstdint>
#include <ctime>
#include <rex/loader.hpp>
#include <string>

namespace {

// A cache that misses changes is worse than none.
bool all_run(const rex::Extension& extension) {
  for (const char* program : {"get", "requests", "replies", "closed"})
    if (rex::must(extension.stats(program)).disabled) {
      fmt::print(stderr, "program {} was ended, see rex log; the cache goes\n", program);
      return false;
    }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: bmc-loader INTERFACE[:native|:generic]\n");
    return 2;
  }
  const std::string target = argv[1];
  const std::string interface = target.substr(0, target.find(':'));
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigprocmask(SIG_BLOCK, &signals, nullptr);

  auto extension = rex::must(rex::Extension::load("bmc.rex"));
  // Nothing is answered before everything is seen.
  const auto closed = rex::must(extension.attach("closed"));
  const auto replies = rex::must(extension.attach("replies", interface + ":egress"));
  const auto requests = rex::must(extension.attach("requests", interface + ":ingress"));
  const auto get = rex::must(extension.attach("get", target));
  fmt::print(stderr, "attached to {}\n", target);
  const timespec tenth{0, 100'000'000};
  while (sigtimedwait(&signals, nullptr, &tenth) < 0)
    if (!all_run(extension)) return 1;
  const auto count = [&](const char* name) { return rex::must(extension.global(name)); };
  fmt::print("{} requests served in the kernel, {} passed on, {} values cached{}\n",
             count("served"), count("passed"), count("filled"),
             count("off") != 0 ? "; the cache went off" : "");
}
