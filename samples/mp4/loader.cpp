// SPDX-License-Identifier: GPL-2.0-only
// mp4-loader PID…: prints the user CPU time of tasks, "PID: NANOSECONDS", one per line.
//
// Loads the extension mp4.cpp, attaches it to write_null, pushes the pids to its queue, triggers
// it by writing to /dev/null, and prints what it submits to its ring buffer.
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <rex/loader.hpp>
#include <span>
#include <string_view>
#include <vector>

namespace {

// The record of the ring buffer, as in mp4.cpp.
struct CpuTime {
  std::int64_t pid;
  std::uint64_t utime;  // nanoseconds
};

// Results by pid, those of one pid in the order they came.
using Results = std::multimap<std::int64_t, CpuTime>;

using RingBuffer = std::unique_ptr<ring_buffer, decltype(&ring_buffer__free)>;

// The program runs at once, on our own write.  It is skipped only where the kernel is already
// inside a tracing program or a bpf() call on this CPU, which passes.
constexpr int kTriggerAttempts = 1000;

int fail(std::string_view what) {
  fmt::print(stderr, "mp4-loader: error: {}\n", what);
  return 1;
}

void process_ringbuf_data(const CpuTime& result) {
  fmt::print("{}: {}\n", result.pid, result.utime);
}

// libbpf calls this for each record in the ring buffer.
int collect(void* context, void* data, std::size_t size) {
  if (size != sizeof(CpuTime)) return -EINVAL;
  CpuTime result;
  std::memcpy(&result, data, sizeof result);
  static_cast<Results*>(context)->emplace(result.pid, result);
  return 0;
}

// Submission order is the queue's, except where another task's write to /dev/null ran the program
// at the same time on another CPU.  Pids without a result have no task.
void print_in_order(std::span<const std::int32_t> pids, Results& results) {
  for (std::int32_t pid : pids)
    if (auto result = results.lower_bound(pid); result != results.end() && result->first == pid) {
      process_ringbuf_data(result->second);
      results.erase(result);
    }
}

bool is_empty(int queue) {
  std::int32_t oldest = 0;
  return bpf_map_lookup_elem(queue, nullptr, &oldest) != 0 && errno == ENOENT;
}

// Runs the program until it has emptied the queue.
bool trigger(int null, int queue) {
  for (int attempt = 0; attempt < kTriggerAttempts; ++attempt) {
    if (write(null, "", 1) != 1) return false;
    if (is_empty(queue)) return true;
  }
  return false;
}

// Pids that the queue can hold, all at once.
std::optional<std::string_view> run_batch(std::span<const std::int32_t> pids, int queue, int null,
                                          ring_buffer* events, Results& results) {
  for (std::int32_t pid : pids)
    if (bpf_map_update_elem(queue, nullptr, &pid, BPF_ANY) != 0) return "the queue takes no pid";
  if (!trigger(null, queue))
    return "writing to /dev/null does not run the program; see the kernel log (dmesg)";
  if (ring_buffer__consume(events) < 0) return "the ring buffer cannot be read";
  if (results.size() < pids.size()) {
    // A pid has no task, or a run on another CPU has popped it and not yet submitted its record.
    // The global barrier waits for every section that runs with preemption off, as programs do.
    syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0);
    if (ring_buffer__consume(events) < 0) return "the ring buffer cannot be read";
  }
  print_in_order(pids, results);
  results.clear();
  return std::nullopt;
}

int run(std::span<const std::int32_t> pids) {
  auto extension = rex::Extension::load("mp4.rex");
  if (!extension) return fail(extension.error().summary);
  auto queue = extension->map("pids");
  if (!queue) return fail(queue.error().summary);
  auto cpu_times = extension->map("cpu_times");
  if (!cpu_times) return fail(cpu_times.error().summary);

  Results results;
  RingBuffer events(ring_buffer__new(cpu_times->fd(), collect, &results, nullptr),
                    &ring_buffer__free);
  if (!events) return fail("the ring buffer cannot be mapped");
  const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (null < 0) return fail("/dev/null cannot be opened");

  // From here on the program runs; the link detaches it, also if this process is killed.
  auto link = extension->attach("mp4");
  if (!link) return fail(link.error().summary);
  while (!pids.empty()) {
    const auto batch = pids.first(std::min<std::size_t>(pids.size(), queue->max_entries()));
    if (auto error = run_batch(batch, queue->fd(), null, events.get(), results))
      return fail(*error);
    pids = pids.subspan(batch.size());
  }
  close(null);
  if (std::fflush(stdout) != 0) return fail("the results cannot be written");
  if (auto unloaded = extension->unload(); !unloaded) return fail(unloaded.error().summary);
  return 0;
}

std::optional<std::int32_t> parse_pid(std::string_view text) {
  std::int32_t pid = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), pid);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return pid;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: mp4-loader PID...\nPrints the user CPU time of each task, in ns.\n");
    return 2;
  }
  std::vector<std::int32_t> pids;
  for (const char* argument : std::span(argv, argc).subspan(1)) {
    const auto pid = parse_pid(argument);
    if (!pid) {
      fmt::print(stderr, "mp4-loader: error: '{}' is no pid: give a decimal number\n", argument);
      return 2;
    }
    pids.push_back(*pid);
  }
  return run(pids);
}
