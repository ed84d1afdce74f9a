// SPDX-License-Identifier: GPL-2.0-only
// Tests of mp4.cpp, in user space: rex test samples/mp4
#include <rex/testing.hpp>

// The record of the ring buffer, as in mp4.cpp.
struct CpuTime {
  std::int64_t pid;
  std::uint64_t utime;  // nanoseconds

  bool operator==(const CpuTime&) const = default;
};

TEST(Mp4, ReportsUserTime) {
  rex::testing::Extension mp4;
  mp4.tasks().add({.pid = 7, .utime = 42});
  mp4.queue<int>("pids").push(7);
  mp4.fire("mp4");
  EXPECT_THAT(mp4.records<CpuTime>("cpu_times"), testing::ElementsAre(CpuTime{7, 42}));
}

TEST(Mp4, SkipsPidsWithoutATask) {
  rex::testing::Extension mp4;
  mp4.tasks().add({.pid = 7, .utime = 42});
  for (const int pid : {0, -1, 999999, 7}) mp4.queue<int>("pids").push(pid);
  mp4.fire("mp4");
  EXPECT_THAT(mp4.records<CpuTime>("cpu_times"), testing::ElementsAre(CpuTime{7, 42}));
  EXPECT_EQ(mp4.queue<int>("pids").size(), 0u);
}

// A record takes 24 of 65,536 bytes, and the last byte is never used: what does not fit is lost.
TEST(Mp4, LosesRecordsWhenNobodyReads) {
  rex::testing::Extension mp4;
  mp4.tasks().add({.pid = 7, .utime = 42});
  for (int batch = 0; batch < 3; ++batch) {
    for (int i = 0; i < 1024; ++i) mp4.queue<int>("pids").push(7);
    mp4.fire("mp4");
  }
  EXPECT_EQ(mp4.records<CpuTime>("cpu_times").size(), 65535u / 24);
}
