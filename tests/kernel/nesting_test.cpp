// SPDX-License-Identifier: GPL-2.0-only
// Programs inside programs, and inside the kernel code they use themselves.
#include <bpf/bpf.h>

#include "support.hpp"

namespace rex::test {
namespace {

std::uint64_t times_busy(const Extension& extension, std::uint32_t map) {
  std::uint64_t times = 0;
  EXPECT_EQ(bpf_map_lookup_elem(extension.map("busy")->fd(), &map, &times), 0);
  return times;
}

// With one fuel for both, the inner program refills the outer one's and it never ends; with the
// state lost on the way out, the outer one's next poll follows a stale pointer.
TEST(Nesting, AnInnerProgramDoesNotExtendTheOuterOnesBudget) {
  Extension outer = load("nesting");
  Extension inner = load("nesting");
  auto link = inner.attach("spin_inside", "queue_map_pop_elem");
  ASSERT_TRUE(link.has_value()) << link.error().summary;

  EXPECT_EQ(outer.run("pop_for_ever").error().code, ErrorCode::kPanicked);
  EXPECT_GT(inner.stats("spin_inside")->runs, 1000u);
  EXPECT_EQ(inner.stats("spin_inside")->panics, 0u);
}

TEST(Nesting, AnInnerPanicEndsTheInnerProgramOnly) {
  Extension outer = load("nesting");
  Extension inner = load("nesting");
  auto link = inner.attach("panic_inside", "queue_stack_map_push_elem");
  ASSERT_TRUE(link.has_value()) << link.error().summary;

  EXPECT_EQ(outer.run("use_maps").value(), 8);
  EXPECT_EQ(inner.stats("panic_inside")->panics, 1u);
  EXPECT_EQ(drain(outer, "work").size(), 8u);
}

// The lock of a map is held when the program inside its operation runs.  It must get `busy`;
// waiting would never end.
TEST(Reentrancy, AMapWhoseLockIsHeldByTheInterruptedContextIsBusy) {
  Extension extension = load("nesting");
  auto link = extension.attach("use_maps_inside", "_raw_spin_unlock_irqrestore");
  ASSERT_TRUE(link.has_value()) << link.error().summary;

  EXPECT_EQ(extension.run("use_maps").value(), 8);
  link->close();

  EXPECT_GT(times_busy(extension, 1), 0u) << "the queue was never busy";
  EXPECT_GT(times_busy(extension, 2), 0u) << "the ring buffer was never busy";
  EXPECT_GT(times_busy(extension, 4), 0u) << "the LRU hash was never busy";
  EXPECT_GT(times_busy(extension, 5), 0u) << "the LPM trie was never busy";
}

TEST(Reentrancy, AHashWhoseListOfFreeElementsIsInUseIsBusy) {
  Extension extension = load("nesting");
  auto link = extension.attach("use_maps_inside", "_raw_spin_unlock");
  ASSERT_TRUE(link.has_value()) << link.error().summary;

  EXPECT_EQ(extension.run("use_maps").value(), 8);
  link->close();

  EXPECT_GT(times_busy(extension, 3), 0u) << "the hash was never busy";
}

// bpf() holds the map's lock with bpf_prog_active raised.  Without honouring it this hangs.
TEST(Reentrancy, ATracingProgramStaysOutOfTheBpfSystemCall) {
  Extension extension = load("nesting");
  auto link = extension.attach("use_maps_inside", "_raw_spin_unlock_irqrestore");
  ASSERT_TRUE(link.has_value()) << link.error().summary;

  const int queue = extension.map("work")->fd();
  std::int32_t value = 0;
  for (int i = 0; i < 100; ++i) {
    // Full or empty, as the program outside of the calls leaves it: both take the lock.
    bpf_map_update_elem(queue, nullptr, &value, BPF_ANY);
    bpf_map_lookup_and_delete_elem(queue, nullptr, &value);
  }
  EXPECT_GE(extension.stats("use_maps_inside")->missed, 100u);
}

}  // namespace
}  // namespace rex::test
