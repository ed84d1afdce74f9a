// SPDX-License-Identifier: GPL-2.0-only
// Hooks that the kernel has on each CPU follow the CPUs.
#include <bpf/bpf.h>
#include <sched.h>
#include <sys/prctl.h>

#include <chrono>
#include <thread>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

constexpr const char* kOnline = "/sys/devices/system/cpu/cpu1/online";

std::uint64_t on_cpu_1(const Extension& extension, const char* map) {
  const std::uint32_t cpu = 1;
  std::uint64_t count = 0;
  EXPECT_EQ(bpf_map_lookup_elem(extension.map(map)->fd(), &cpu, &count), 0);
  return count;
}

/// Renames a thread, and computes a little, on CPU 1.
void be_busy_on_cpu_1() {
  std::thread([] {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(1, &set);
    ASSERT_EQ(sched_setaffinity(0, sizeof set, &set), 0);
    prctl(PR_SET_NAME, "on_cpu_1", 0, 0, 0);
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(10);
    while (std::chrono::steady_clock::now() < end) {
    }
  }).join();
}

TEST(Cpus, ThatComeOnlineLaterAreSeen) {
  ASSERT_TRUE(write_file(kOnline, "0"));
  Extension extension = load("cpus");
  const auto rename = extension.attach("on_rename");
  const auto sample = extension.attach("on_sample");
  ASSERT_TRUE(rename.has_value() && sample.has_value());
  // It comes, and goes and comes back.
  for (int round = 0; round < 2; ++round) {
    const std::uint64_t renames = on_cpu_1(extension, "renames");
    const std::uint64_t samples = on_cpu_1(extension, "samples");
    ASSERT_TRUE(write_file(kOnline, "1"));
    EXPECT_TRUE(wait_until([&] {
      be_busy_on_cpu_1();
      return on_cpu_1(extension, "renames") > renames && on_cpu_1(extension, "samples") > samples;
    })) << round;
    if (round == 0) {
      ASSERT_TRUE(write_file(kOnline, "0"));
    }
  }
}

}  // namespace
}  // namespace rex::test
