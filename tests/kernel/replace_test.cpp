// SPDX-License-Identifier: GPL-2.0-only
// A running program is replaced by another build's: no event is lost, none is seen twice.
#include <arpa/inet.h>
#include <bpf/bpf.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <thread>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

namespace fs = std::filesystem;

fs::path folder() { return fs::read_symlink("/proc/self/exe").parent_path(); }

Extension load_build(std::int64_t number, int counts = -1) {
  LoadOptions options;
  options.params["build"] = number;
  if (counts >= 0) options.maps["counts"].fd = counts;
  auto extension = Extension::load(folder() / "replaced.rex", options);
  if (!extension) {
    ADD_FAILURE() << extension.error().summary << '\n' << extension.error().details;
    std::exit(1);
  }
  return std::move(*extension);
}

std::uint64_t count_of(int counts, std::uint32_t build) {
  std::uint64_t count = 0;
  EXPECT_EQ(bpf_map_lookup_elem(counts, &build, &count), 0);
  return count;
}

/// As many events as there are calls of it.
using Source = std::function<void()>;

/// One datagram to a port of this host where nobody listens.
Source datagrams() {
  const std::shared_ptr<int> socket(new int(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)),
                                    [](const int* fd) {
                                      close(*fd);
                                      delete fd;
                                    });
  return [socket] {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sendto(*socket, "x", 1, 0, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  };
}

class Replace : public testing::Test {
 protected:
  /// Events at full rate, while the two builds take turns.
  void expect_all(const char* program, const Source& event, const char* target = nullptr) {
    constexpr int kTurns = 4;
    auto attached = target ? first.attach(program, target) : first.attach(program);
    ASSERT_TRUE(attached.has_value()) << attached.error().summary << attached.error().details;
    Link link = std::move(*attached);
    expect_all(program, link, kTurns, event);
  }

  void expect_all(const char* program, Link& link, int turns, const Source& event) {
    std::atomic<bool> done = false;
    std::atomic<std::uint64_t> events = 0;
    std::thread source([&] {
      // What comes of this thread has the test's name.
      while (!done) {
        event();
        ++events;
      }
    });
    for (int turn = 0; turn < turns; ++turn) {
      // Each sees some.
      const std::uint64_t before = events;
      wait_until([&] { return events > before + 20; });
      Extension& newer = turn % 2 == 0 ? second : first;
      const auto replaced = newer.replace(link, program);
      EXPECT_TRUE(replaced.has_value()) << replaced.error().summary << replaced.error().details;
    }
    done = true;
    source.join();
    // A packet may still be on its way.
    wait_until([&] { return count_of(counts, 0) + count_of(counts, 1) >= events; });
    link.close();
    const std::uint64_t by_first = count_of(counts, 0);
    const std::uint64_t by_second = count_of(counts, 1);
    EXPECT_EQ(by_first + by_second, events) << program;
    EXPECT_GE(by_first, 20u);
    EXPECT_GE(by_second, 20u);
    EXPECT_EQ(first.stats(program)->missed + second.stats(program)->missed, 0u);
  }

  Extension first = load_build(0);
  int counts = first.map("counts")->fd();
  Extension second = load_build(1, counts);
};

void rename_thread() { prctl(PR_SET_NAME, "kernel_tests"); }
void get_group() { syscall(SYS_getpgid, 1); }

TEST_F(Replace, Kprobe) { expect_all("at_kprobe", write_null); }
TEST_F(Replace, Kretprobe) { expect_all("at_kretprobe", write_null); }
TEST_F(Replace, Fentry) { expect_all("at_fentry", write_null); }
TEST_F(Replace, FentryDirect) { expect_all("at_fentry_direct", write_null); }
TEST_F(Replace, Fexit) { expect_all("at_fexit", write_null); }
TEST_F(Replace, Lsm) { expect_all("at_lsm", get_group); }
TEST_F(Replace, RawTracepoint) { expect_all("at_raw_tracepoint", rename_thread); }
TEST_F(Replace, Tracepoint) { expect_all("at_tracepoint", rename_thread); }
TEST_F(Replace, Netfilter) { expect_all("at_netfilter", datagrams()); }

TEST_F(Replace, XdpAndTc) {
  const Wire wire;
  for (const auto& [program, target] :
       {std::pair{"at_xdp", "rx0:generic"}, std::pair{"at_tc", "rx0:ingress"}}) {
    first = load_build(0);
    counts = first.map("counts")->fd();
    second = load_build(1, counts);
    expect_all(program, [&wire] { wire.send(udp_packet(7)); }, target);
  }
}

// The extension that was replaced can go; what runs does not need it.
TEST_F(Replace, TheOlderBuildIsUnloaded) {
  Link link = std::move(*first.attach("at_kprobe"));
  ASSERT_TRUE(second.replace(link, "at_kprobe").has_value());
  EXPECT_TRUE(first.unload().has_value());
  write_null();
  EXPECT_EQ(second.stats("at_kprobe")->runs, 1u);
  EXPECT_TRUE(link.is_attached());
  // And the link ends with its new owner.
  EXPECT_TRUE(second.unload().has_value());
  EXPECT_FALSE(link.is_attached());
}

TEST_F(Replace, OneHookOfManyPrograms) {
  Link link = std::move(*first.attach("at_kprobe"));
  const auto other = first.attach("at_kretprobe");
  const auto again = first.attach("at_kprobe", "write_null");
  ASSERT_TRUE(other.has_value() && again.has_value());
  ASSERT_TRUE(second.replace(link, "at_kprobe").has_value());
  write_null();
  EXPECT_EQ(count_of(counts, 0), 2u);
  EXPECT_EQ(count_of(counts, 1), 1u);
}

TEST_F(Replace, WhatDoesNotFitIsRefused) {
  Link link = std::move(*first.attach("at_tracepoint"));
  const auto message = [&](const char* program) {
    const auto result = second.replace(link, program);
    return result ? std::string("it was replaced") : result.error().summary;
  };
  EXPECT_NE(message("at_fentry").find("task_rename"), std::string::npos);
  EXPECT_NE(message("at_raw_tracepoint").find("task_rename"), std::string::npos);
  EXPECT_NE(message("other_fields").find("declares other fields"), std::string::npos);
  EXPECT_NE(message("none").find("has no program none"), std::string::npos);
  Link closed = std::move(*first.attach("at_kprobe"));
  EXPECT_NE(message("at_kprobe"), "it was replaced");
  closed.close();
  EXPECT_EQ(second.replace(closed, "at_kprobe").error().code, ErrorCode::kInvalidArgument);

  KernelLog log;
  Link dead = std::move(*first.attach("panics"));
  write_null();
  ASSERT_TRUE(log.wait_for("before it was replaced"));
  ASSERT_TRUE(wait_until([] {
    return read_file("/sys/kernel/debug/kprobes/list").find("write_null") == std::string::npos;
  }));
  EXPECT_NE(second.replace(dead, "at_kprobe").error().summary.find("panicked and is detached"),
            std::string::npos);
  // What was refused goes on as it was.
  rename_thread();
  EXPECT_EQ(count_of(counts, 0), 1u);
}

/// `rex run` in the background.
class RexRun {
 public:
  explicit RexRun(const std::string& arguments) {
    child_ = fork();
    if (child_ == 0) {
      execl("/bin/sh", "sh", "-c", ("exec rex run " + arguments + " >/tmp/run 2>&1").c_str(),
            nullptr);
      _exit(127);
    }
  }
  RexRun(const RexRun&) = delete;
  RexRun& operator=(const RexRun&) = delete;
  ~RexRun() { stop(); }

  bool wait_for(const char* text) const {
    return wait_until([&] { return read_file("/tmp/run").find(text) != std::string::npos; });
  }

  /// Its exit status.
  int stop() {
    if (child_ < 0) return -1;
    int status = 0;
    kill(child_, SIGTERM);
    waitpid(std::exchange(child_, -1), &status, 0);
    return status;
  }

 private:
  pid_t child_ = -1;
};

TEST(RexRunWatch, LetsANewerBuildRunAtOnce) {
  const fs::path place = "/tmp/watched/replaced.rex";
  const std::string pin = "/sys/fs/bpf/rex_replaced";
  std::system("mkdir -p /sys/fs/bpf; mount -t bpf bpf /sys/fs/bpf 2>/dev/null");
  fs::create_directories(place.parent_path());
  fs::copy_file(folder() / "watched.rex", place, fs::copy_options::overwrite_existing);
  RexRun run("--watch --pin counts=" + pin + " " + place.string());
  ASSERT_TRUE(run.wait_for("attached at_kprobe")) << read_file("/tmp/run");
  std::atomic<bool> done = false;
  std::uint64_t events = 0;
  std::thread source([&] {
    for (; !done; ++events) write_null();
  });
  for (int build = 1; build <= 3; ++build) {
    // As a build does: a new file that takes the name.
    fs::copy_file(folder() / "watched.rex", "/tmp/watched/new");
    fs::rename("/tmp/watched/new", place);
    const std::string name = "_" + std::to_string(build) + "\n";
    EXPECT_TRUE(run.wait_for(name.c_str())) << read_file("/tmp/run");
  }
  // No extension: told, and the one before goes on.
  {
    std::ofstream(place) << "nonsense";
  }
  EXPECT_TRUE(run.wait_for("the build before goes on")) << read_file("/tmp/run");
  done = true;
  source.join();
  const int map = bpf_obj_get(pin.c_str());
  ASSERT_GE(map, 0);
  EXPECT_EQ(count_of(map, 0), events);
  close(map);
  unlink(pin.c_str());
  EXPECT_EQ(run.stop(), 0);
  // The runs of all builds.
  EXPECT_NE(read_file("/tmp/run").find(" " + std::to_string(events) + " "), std::string::npos)
      << read_file("/tmp/run") << events;
}

}  // namespace
}  // namespace rex::test
