// SPDX-License-Identifier: GPL-2.0-only
// Timers, which fire by themselves.
#include <unistd.h>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

TEST(Timer, RunsUntilItIsDetached) {
  Extension extension = load("timer");
  auto link = extension.attach("tick");
  ASSERT_TRUE(link) << link.error().summary;
  EXPECT_TRUE(wait_until([&] { return *extension.global("ticks") >= 5; }));
  link->close();
  const std::uint64_t ticks = *extension.global("ticks");
  EXPECT_GE(*extension.global("periods"), ticks);
  EXPECT_EQ(extension.stats("tick")->runs, ticks);
  usleep(20'000);
  EXPECT_EQ(*extension.global("ticks"), ticks);
}

TEST(Timer, IsEnded) {
  Extension extension = load("timer");
  KernelLog log;
  const auto link = extension.attach("spins");
  ASSERT_TRUE(link) << link.error().summary;
  EXPECT_TRUE(log.wait_for("timer/spins panicked at timer.cpp")) << log.text();
  EXPECT_TRUE(wait_until([&] { return extension.stats("spins")->disabled; }));
  EXPECT_EQ(extension.stats("spins")->panics, 1u);
}

TEST(Timer, PeriodsAreChecked) {
  Extension extension = load("timer");
  for (const char* target :
       {"5", "ms", "99us", "1h", "1.5s", "-1s", "86401s", "0s", "18446744073709551616us"}) {
    const auto link = extension.attach("tick", target);
    ASSERT_FALSE(link.has_value()) << target;
    EXPECT_EQ(link.error().code, ErrorCode::kInvalidArgument);
    EXPECT_NE(link.error().summary.find("is no period of a timer"), std::string::npos)
        << link.error().summary;
  }
}

}  // namespace
}  // namespace rex::test
