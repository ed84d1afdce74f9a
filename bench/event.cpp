// SPDX-License-Identifier: GPL-2.0-only
#include "event.hpp"

#include <bpf/bpf.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <ctime>

#include "failed.hpp"

/// What uprobes are on.
extern "C" [[gnu::noinline, gnu::used]] void rex_bench_probed() { asm volatile(""); }

namespace rex::bench {

namespace {

std::uint64_t now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 +
         static_cast<std::uint64_t>(time.tv_nsec);
}

template <class Action>
double average(std::uint32_t count, const Action& action) {
  const std::uint64_t start = now();
  for (std::uint32_t i = 0; i < count; ++i) action();
  return static_cast<double>(now() - start) / count;
}

double write_null(std::uint32_t count) {
  const int fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
  const double time = average(count, [fd] { syscall(SYS_write, fd, "", 1); });
  close(fd);
  return time;
}

/// A socket bound to a port of the loopback interface, connected to itself.
int open_loop() {
  const int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(4711);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* generic = reinterpret_cast<const sockaddr*>(&address);
  if (fd < 0 || bind(fd, generic, sizeof address) != 0 || connect(fd, generic, sizeof address) != 0)
    failed("a datagram socket", errno);
  return fd;
}

double datagram(std::uint32_t count) {
  const int fd = open_loop();
  const double time = average(count, [fd] {
    char byte = 0;
    if (send(fd, &byte, 1, 0) != 1 || recv(fd, &byte, 1, 0) != 1) failed("a datagram", errno);
  });
  close(fd);
  return time;
}

/// The whole loop in the kernel.
double test_run(int program, std::uint32_t count) {
  const std::array<std::uint8_t, 64> packet{0x02, 0, 0, 0,    0,    1,    0x02, 0, 0,
                                            0,    0, 2, 0x08, 0x00, 0x45, 0,    0, 50};
  bpf_test_run_opts options{};
  options.sz = sizeof options;
  options.data_in = packet.data();
  options.data_size_in = packet.size();
  options.repeat = static_cast<int>(count);
  const std::uint64_t start = now();
  if (bpf_prog_test_run_opts(program, &options) != 0) failed("BPF_PROG_TEST_RUN", errno);
  return static_cast<double>(now() - start) / count;
}

void spin(std::uint64_t turns) {
  // SAFETY: registers only.
  asm volatile("1: dec %0; jnz 1b" : "+r"(turns) : : "cc");
}

/// Work that the periods interrupt: what it takes longer than alone is theirs, the interrupt's
/// included.  Two instructions a turn.
double interrupted(std::uint32_t count, std::uint64_t period) {
  const std::uint64_t turns = count * period / 2;
  const std::uint64_t start = now();
  spin(turns);
  const auto time = static_cast<double>(now() - start);
  return (time - 2.0 * static_cast<double>(turns)) / (time / static_cast<double>(period));
}

}  // namespace

void settle() {
  const timespec moment{.tv_sec = 0, .tv_nsec = 200'000'000};
  nanosleep(&moment, nullptr);
}

double time_of(Event event, const Probe& probe, std::uint32_t count) {
  switch (event) {
    case Event::kWriteNull: return write_null(count);
    case Event::kRename:
      return average(count, [] { syscall(SYS_prctl, PR_SET_NAME, "rex-bench", 0, 0, 0); });
    case Event::kGetPgid: return average(count, [] { syscall(SYS_getpgid, 1); });
    case Event::kCall: return average(count, rex_bench_probed);
    case Event::kDatagram: return datagram(count);
    case Event::kTimer: return interrupted(count / 2, kTimerPeriod);
    case Event::kCpuClock: return interrupted(count / 2, kCpuClockPeriod);
    case Event::kTestRun: return test_run(probe.program, count * 16);
    case Event::kOnce: return average(count, probe.run);
  }
  return 0;
}

int open_cpu_clock() {
  perf_event_attr attribute{};
  attribute.size = sizeof attribute;
  attribute.type = PERF_TYPE_SOFTWARE;
  attribute.config = PERF_COUNT_SW_CPU_CLOCK;
  attribute.sample_period = kCpuClockPeriod;
  const auto fd =
      static_cast<int>(syscall(SYS_perf_event_open, &attribute, -1, 0, -1, PERF_FLAG_FD_CLOEXEC));
  if (fd < 0) failed("perf_event_open", errno);
  return fd;
}

bool happens_alone(Event event) {
  switch (event) {
    case Event::kWriteNull:
    case Event::kRename:
    case Event::kGetPgid:
    case Event::kCall:
    case Event::kDatagram: return true;
    case Event::kTimer:
    case Event::kCpuClock:
    case Event::kTestRun:
    case Event::kOnce: return false;
  }
  return false;
}

}  // namespace rex::bench
