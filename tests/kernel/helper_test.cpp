// SPDX-License-Identifier: GPL-2.0-only
// What a program is told of clocks, CPUs, tasks and memory is what user space sees.
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>

#include <rex/control.h>

#include "support.hpp"

namespace rex::test {
namespace {

std::int64_t nanoseconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

class Helper : public testing::Test {
 protected:
  std::int64_t ask(const char* program) { return extension.run(program).value(); }

  std::int64_t ask(const char* program, std::uint64_t input) {
    EXPECT_EQ(bpf_map_update_elem(extension.map("input")->fd(), nullptr, &input, BPF_ANY), 0);
    return ask(program);
  }

  // The program reads the clock between two readings here.
  void expect_clock(const char* program, clockid_t clock) {
    const std::int64_t before = nanoseconds(clock);
    const std::int64_t between = ask(program);
    EXPECT_GE(between, before) << program;
    EXPECT_LE(between, nanoseconds(clock)) << program;
  }

  std::string text() { return first_text(extension, "texts"); }

  // A field of /proc/self/stat, counted from 1 as in its manual page, behind the name.
  std::int64_t stat_field(int number) {
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream fields(line.substr(line.rfind(')') + 2));
    std::string field;
    for (int i = 3; i <= number; ++i) fields >> field;
    return std::stoll(field);
  }

  // This thread stays on one CPU while a test depends on it.
  static void pin_to(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    ASSERT_EQ(sched_setaffinity(0, sizeof set, &set), 0);
  }

  // -Error::…, as the programs answer.
  static constexpr std::int64_t kNotFound = -4;
  static constexpr std::int64_t kFault = -7;

  Extension extension = load("helpers");
};

TEST_F(Helper, ClockMonotonic) { expect_clock("clock_monotonic", CLOCK_MONOTONIC); }
TEST_F(Helper, ClockBoot) { expect_clock("clock_boot", CLOCK_BOOTTIME); }
TEST_F(Helper, ClockReal) { expect_clock("clock_real", CLOCK_REALTIME); }
TEST_F(Helper, ClockTai) { expect_clock("clock_tai", CLOCK_TAI); }

TEST_F(Helper, ClockCoarse) {
  const std::int64_t now = ask("clock_coarse");
  EXPECT_LE(now, nanoseconds(CLOCK_MONOTONIC));
  EXPECT_GT(now, nanoseconds(CLOCK_MONOTONIC) - 10'000'000'000);
}

TEST_F(Helper, ClockJiffies) {
  const std::int64_t before = ask("clock_jiffies");
  usleep(100'000);
  const std::int64_t passed = ask("clock_jiffies") - before;
  EXPECT_GE(passed, 20);  // 250 a second
  EXPECT_LE(passed, 1000);
}

TEST_F(Helper, CpuAndNumaNode) {
  for (int cpu = 0; cpu < libbpf_num_possible_cpus() && cpu < 2; ++cpu) {
    pin_to(cpu);
    EXPECT_EQ(ask("cpu_id"), cpu);
  }
  EXPECT_EQ(ask("numa_node"), 0);
}

TEST_F(Helper, Random) {
  std::set<std::int64_t> numbers;
  for (int i = 0; i < 100; ++i) {
    const std::int64_t number = ask("random");
    EXPECT_GE(number, 0);
    EXPECT_LE(number, 0xffffffff);
    numbers.insert(number);
  }
  EXPECT_GT(numbers.size(), 95u);
}

TEST_F(Helper, TaskIds) {
  EXPECT_EQ(ask("task_pid"), syscall(SYS_gettid));
  EXPECT_EQ(ask("task_tgid"), getpid());
  EXPECT_EQ(ask("task_parent"), getppid());
  EXPECT_EQ(ask("task_group_leader"), 1);
  EXPECT_EQ(ask("task_is_current", static_cast<std::uint64_t>(getpid())), 1);
  EXPECT_EQ(ask("task_is_current", 1), 0);
  EXPECT_EQ(ask("task_kernel_threads"), 1);
}

TEST_F(Helper, TaskCredentials) {
  EXPECT_EQ(ask("task_uid"), 0);
  ASSERT_EQ(setresgid(5, 5, 5), 0);
  ASSERT_EQ(syscall(SYS_setresuid, 7, 0, 0), 0);
  EXPECT_EQ(ask("task_uid"), 7);
  EXPECT_EQ(ask("task_euid"), 0);
  EXPECT_EQ(ask("task_gid"), 5);
  ASSERT_EQ(syscall(SYS_setresuid, 0, 0, 0), 0);
  ASSERT_EQ(setresgid(0, 0, 0), 0);
}

TEST_F(Helper, TaskTimes) {
  // In ticks of 10 ms, as /proc shows it.
  EXPECT_EQ(ask("task_start_boottime") / 10'000'000, stat_field(22));
  EXPECT_LE(ask("task_start_time"), nanoseconds(CLOCK_MONOTONIC));
  EXPECT_GT(ask("task_start_time"), 0);
  const std::int64_t until = nanoseconds(CLOCK_PROCESS_CPUTIME_ID) + 200'000'000;
  while (nanoseconds(CLOCK_PROCESS_CPUTIME_ID) < until) continue;
  const std::int64_t used = ask("task_utime") + ask("task_stime");
  EXPECT_GT(used, 100'000'000);
  EXPECT_LT(used, nanoseconds(CLOCK_PROCESS_CPUTIME_ID) + 200'000'000);
}

TEST_F(Helper, TaskPriority) { EXPECT_EQ(ask("task_priority"), stat_field(18) + 100); }

TEST_F(Helper, TaskRegisters) {
  EXPECT_EQ(ask("task_system_call"), SYS_ioctl);
  EXPECT_EQ(ask("task_first_argument"), static_cast<std::int64_t>(REX_IOC_RUN));
  const auto here = reinterpret_cast<std::int64_t>(__builtin_frame_address(0));
  EXPECT_LT(ask("task_stack_pointer"), here);
  EXPECT_GT(ask("task_stack_pointer"), here - 65536);
  EXPECT_EQ(ask("task_no_registers"), kNotFound);
}

TEST_F(Helper, TaskName) {
  EXPECT_EQ(ask("task_comm"), 0);
  EXPECT_EQ(text(), "kernel_tests");
}

TEST_F(Helper, TaskCgroup) {
  struct stat folder{};
  // The root of the hierarchy has the id 1.
  const std::int64_t id = ask("task_cgroup");
  if (stat("/sys/fs/cgroup/cgroup.procs", &folder) == 0 && stat("/sys/fs/cgroup", &folder) == 0)
    EXPECT_EQ(id, static_cast<std::int64_t>(folder.st_ino));
  else
    EXPECT_EQ(id, 1);
}

TEST_F(Helper, Processes) {
  std::int64_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc"))
    count += std::isdigit(static_cast<unsigned char>(entry.path().filename().string()[0])) != 0;
  EXPECT_NEAR(static_cast<double>(ask("task_count")), static_cast<double>(count), 3);
}

TEST_F(Helper, ReadKernelMemory) {
  EXPECT_EQ(ask("read_kernel", 0), kFault);
  EXPECT_EQ(ask("read_kernel", 8), kFault);
  EXPECT_EQ(ask("read_kernel", 0x8000'0000'0000'0000), kFault) << "not canonical";
  EXPECT_EQ(ask("read_kernel", reinterpret_cast<std::uint64_t>(this)), kFault) << "of user space";
}

TEST_F(Helper, ReadUserMemory) {
  const std::uint64_t value = 4711;
  EXPECT_EQ(ask("read_user", reinterpret_cast<std::uint64_t>(&value)), 4711);
  EXPECT_EQ(ask("read_user", 16), kFault);
  EXPECT_EQ(ask("read_user", 0xffff'ffff'8100'0000), kFault) << "of the kernel";
}

TEST_F(Helper, ReadUserText) {
  const char* const letters = "abc";
  EXPECT_EQ(ask("read_user_text", reinterpret_cast<std::uint64_t>(letters)), 3);
  EXPECT_EQ(text(), "abc");
  const char* const more = "abcdefghijkl";
  EXPECT_EQ(ask("read_user_text", reinterpret_cast<std::uint64_t>(more)), 8);
  EXPECT_EQ(text(), "abcdefgh");
  EXPECT_EQ(ask("read_user_text", 16), kFault);
}

TEST_F(Helper, StackTraceOfTheKernel) {
  const std::int64_t id = ask("kernel_stack");
  ASSERT_GE(id, 0);
  const auto key = static_cast<std::uint32_t>(id);
  std::array<std::uint64_t, 32> stack{};
  ASSERT_EQ(bpf_map_lookup_elem(extension.map("stacks")->fd(), &key, stack.data()), 0);

  // Among the callers is the system call.
  std::uint64_t begin = 0;
  std::uint64_t end = ~std::uint64_t{0};
  std::ifstream symbols("/proc/kallsyms");
  for (std::string line; std::getline(symbols, line);) {
    const std::uint64_t address = std::stoull(line, nullptr, 16);
    if (line.ends_with(" __x64_sys_ioctl"))
      begin = address;
    else if (begin != 0 && address > begin)
      end = std::min(end, address);
  }
  ASSERT_NE(begin, 0u);
  EXPECT_TRUE(std::ranges::any_of(
      stack, [&](auto address) { return address > begin && address < begin + 4096; }));
}

TEST_F(Helper, StackTraceOfTheProcess) {
  const std::int64_t id = ask("user_stack");
  ASSERT_GE(id, 0);
  const auto key = static_cast<std::uint32_t>(id);
  std::array<std::uint64_t, 32> stack{};
  ASSERT_EQ(bpf_map_lookup_elem(extension.map("stacks")->fd(), &key, stack.data()), 0);
  EXPECT_NE(stack[0], 0u);
  EXPECT_EQ(stack[0] >> 47, 0u) << "an address of user space";
}

TEST_F(Helper, PerfEventOutput) {
  pin_to(0);
  EXPECT_EQ(ask("perf_output", 1), -kNotFound) << "nobody reads";
  std::uint64_t received = 0;
  const auto collect = [](void* context, int, void* data, std::uint32_t) {
    std::memcpy(context, data, sizeof(std::uint64_t));
  };
  const std::unique_ptr<perf_buffer, decltype(&perf_buffer__free)> reader(
      perf_buffer__new(extension.map("perf_events")->fd(), 8, collect, nullptr, &received, nullptr),
      &perf_buffer__free);
  ASSERT_TRUE(reader);
  EXPECT_EQ(ask("perf_output", 4711), 0);
  EXPECT_GE(perf_buffer__poll(reader.get(), 1000), 1);
  EXPECT_EQ(received, 4711u);
}

TEST_F(Helper, PerfCounter) {
  pin_to(0);
  EXPECT_EQ(ask("perf_read"), kNotFound);
  perf_event_attr attributes{};
  attributes.size = sizeof attributes;
  attributes.type = PERF_TYPE_SOFTWARE;
  attributes.config = PERF_COUNT_SW_CPU_CLOCK;
  const int counter = static_cast<int>(syscall(SYS_perf_event_open, &attributes, -1, 0, -1, 0));
  ASSERT_GE(counter, 0);
  const std::uint32_t index = 0;
  ASSERT_EQ(bpf_map_update_elem(extension.map("perf_events")->fd(), &index, &counter, BPF_ANY), 0);
  const std::int64_t first = ask("perf_read");
  EXPECT_GT(first, 0);
  EXPECT_GT(ask("perf_read"), first);
  close(counter);
}

}  // namespace
}  // namespace rex::test
