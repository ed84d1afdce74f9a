// SPDX-License-Identifier: GPL-2.0-only
// What a program sees of tasks at the edge of their life.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "support.hpp"

namespace rex::test {
namespace {

TEST(Tasks, OneThatIsFreedHasNoUserAnyMore) {
  Extension extension = load("tasks");
  auto link = extension.attach("on_free");
  ASSERT_TRUE(link) << link.error().summary << '\n' << link.error().details;
  // The kernel frees a task some time after it was waited for.
  std::vector<std::int32_t> seen;
  for (int i = 0; i < 100 && seen.empty(); ++i) {
    const pid_t child = fork();
    if (child == 0) _exit(0);
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    seen = drain(extension, "seen");
  }
  ASSERT_FALSE(seen.empty());
  EXPECT_TRUE(std::ranges::all_of(seen, [](std::int32_t gone) { return gone == 1; }));
}

TEST(Tasks, AnIteratorPastTheLastOneLendsNone) {
  KernelLog log;
  Extension extension = load("tasks");
  const auto value = extension.run("past_the_last");
  ASSERT_FALSE(value.has_value());
  EXPECT_EQ(value.error().code, ErrorCode::kPanicked);
  EXPECT_TRUE(log.wait_for("use of a handle that was destroyed or moved from")) << log.text();
}

}  // namespace
}  // namespace rex::test
