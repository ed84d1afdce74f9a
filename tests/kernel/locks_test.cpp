// SPDX-License-Identifier: GPL-2.0-only
// Locks: that they exclude, that they are given back, and that the kernel's own users of a map and
// eBPF programs take the same.
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <sched.h>

#include <filesystem>
#include <thread>

#include "network.hpp"
#include "support.hpp"

namespace rex::test {
namespace {

constexpr std::uint32_t kRounds = 300;

std::filesystem::path folder() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

Extension load_locks(LoadOptions options = {}) {
  options.params["rounds"] = kRounds;
  auto extension = Extension::load(folder() / "locks.rex", options);
  if (!extension) {
    ADD_FAILURE() << extension.error().summary << '\n' << extension.error().details;
    std::exit(1);
  }
  return std::move(*extension);
}

/// A value of the map, as the kernel and eBPF programs lay it out.
struct Value {
  std::uint32_t lock = 0;
  std::uint32_t unused = 0;
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

Value read(const Extension& extension, std::uint32_t index, std::uint64_t flags = BPF_F_LOCK) {
  Value value;
  EXPECT_EQ(bpf_map_lookup_elem_flags(extension.map("pairs")->fd(), &index, &value, flags), 0);
  return value;
}

void stay_on(unsigned cpu) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(cpu, &set);
  ASSERT_EQ(sched_setaffinity(0, sizeof set, &set), 0);
}

/// Runs two functions on two processors.
template <class First, class Second>
void on_two_processors(const First& first, const Second& second) {
  std::thread other([&second] {
    stay_on(1);
    second();
  });
  std::thread one([&first] {
    stay_on(0);
    first();
  });
  one.join();
  other.join();
}

class Locks : public testing::Test {
 protected:
  void expect_panic(const char* program, const char* reason) {
    KernelLog log;
    EXPECT_EQ(extension.run(program).error().code, ErrorCode::kPanicked);
    EXPECT_TRUE(log.wait_for(reason)) << log.text();
  }

  // Nobody holds a lock, also for the kernel; and interrupts are on, or this CPU would not go on.
  void expect_free() {
    EXPECT_GE(extension.run("look").value(), 0);
    read(extension, 0);
    read(extension, 1);
    EXPECT_EQ(extension.run("in_order").value(), 0);
    EXPECT_EQ(extension.run("operations").value(), 0);
  }

  Extension extension = load_locks();
};

TEST_F(Locks, Operations) { EXPECT_EQ(extension.run("operations").value(), 0); }

TEST_F(Locks, OfAMapLoseNothingOfTwoProcessors) {
  LoadOptions options;
  options.maps["pairs"].fd = extension.map("pairs")->fd();
  Extension other = load_locks(options);
  on_two_processors([&] { EXPECT_EQ(extension.run("count_in_map").value(), 0); },
                    [&] { EXPECT_EQ(other.run("count_in_map").value(), 0); });
  const Value value = read(extension, 0);
  EXPECT_EQ(value.first, 2 * kRounds);
  EXPECT_EQ(value.second, 2 * kRounds);
}

TEST_F(Locks, OfAGlobalLoseNothingOfTwoProcessors) {
  const auto link = extension.attach("count_in_global");
  ASSERT_TRUE(link.has_value()) << link.error().summary;
  const auto write = [] {
    for (std::uint32_t i = 0; i < kRounds; ++i) write_null();
  };
  on_two_processors(write, write);
  EXPECT_EQ(extension.run("global_count").value(), 2 * kRounds);
  EXPECT_EQ(extension.stats("count_in_global")->runs, 2 * kRounds);
}

TEST_F(Locks, TheSameTwicePanics) {
  expect_panic("same_twice", "the program holds this lock already");
  expect_free();
}

TEST_F(Locks, ASecondOnePanics) {
  expect_panic("another_one", "the program holds another lock");
  expect_panic("ordered_after_plain", "the program holds another lock");
  expect_free();
}

TEST_F(Locks, TwoAreTakenInTheirOrderOnly) {
  EXPECT_EQ(extension.run("in_order").value(), 0);
  expect_panic("against_order", "the program holds another lock");
  expect_free();
}

TEST_F(Locks, AGuardThatGaveItsLockBackPanics) {
  expect_panic("after_unlock", "use of a handle that was destroyed or moved from");
  expect_free();
}

TEST_F(Locks, APanicGivesTheLockBackAndChangesNothing) {
  expect_panic("panic_inside", "in the middle");
  EXPECT_EQ(extension.run("look").value(), 0);
  expect_panic("panic_with_two", "with two locks");
  expect_free();
}

TEST_F(Locks, AProgramThatKeepsOneTooLongLosesIt) {
  expect_panic("spin_inside", "its budget is");
  EXPECT_EQ(extension.run("look").value(), 5);
  expect_free();
}

// Waiting would never end: the holder goes on only when the inner program is done.
TEST_F(Locks, OneThatTheInterruptedProgramHoldsIsBusy) {
  // On a breakpoint, interrupts do not matter.
  auto link = extension.attach("lock_inside");
  ASSERT_TRUE(link.has_value()) << link.error().summary;
  EXPECT_EQ(extension.run("hold_and_pop").value(), 0);
  EXPECT_EQ(extension.global("busy").value(), 1u);
  EXPECT_EQ(extension.stats("lock_inside")->panics, 0u);
  link->close();
  expect_free();
}

TEST_F(Locks, NoInterruptComesWhileOneIsHeld) {
  auto link = extension.attach("sample");
  ASSERT_TRUE(link.has_value()) << link.error().summary;
  EXPECT_EQ(extension.run("hold_long").value(), 0);
  EXPECT_TRUE(wait_until([&] { return extension.global("samples").value() > 10; }));
  EXPECT_EQ(extension.global("busy").value(), 0u);
  link->close();
  expect_free();
}

// BPF_F_LOCK is the kernel's; generic updates keep off the lock.
TEST_F(Locks, AreHiddenFromUserSpace) {
  const int fd = extension.map("pairs")->fd();
  const std::uint32_t index = 1;
  const Value written{.lock = 0xdeadbeef, .first = 11, .second = 22};
  for (const std::uint64_t flags : {std::uint64_t{BPF_F_LOCK}, std::uint64_t{BPF_ANY}}) {
    ASSERT_EQ(bpf_map_update_elem(fd, &index, &written, flags), 0);
    EXPECT_EQ(read(extension, index).lock, 0u);
    EXPECT_EQ(read(extension, index, BPF_ANY).lock, 0u);
    EXPECT_EQ(extension.run("look").value(), 11);
  }
  expect_free();
}

TEST_F(Locks, BpftoolSeesTheValuesByName) {
  const int fd = extension.map("pairs")->fd();
  bpf_map_info info{};
  std::uint32_t size = sizeof info;
  ASSERT_EQ(bpf_obj_get_info_by_fd(fd, &info, &size), 0);
  const std::string map = " id " + std::to_string(info.id);
  EXPECT_EQ(output_of("bpftool map update" + map +
                      " key 1 0 0 0 value 1 1 1 1 0 0 0 0 77 0 0 0 0 0 0 0 5 0 0 0 0 0 0 0 2>&1"),
            "");
  const std::string dump = output_of("bpftool map dump" + map + " 2>&1");
  EXPECT_NE(dump.find("\"first\": 77"), std::string::npos) << dump;
  EXPECT_NE(dump.find("\"lock\""), std::string::npos) << dump;
  EXPECT_EQ(extension.run("look").value(), 77);
  expect_free();
}

/// The eBPF programs, with the maps of an extension or with their own.
class Ebpf {
 public:
  explicit Ebpf(int pairs = -1)
      : object_(bpf_object__open_file((folder() / "locks.bpf.o").c_str(), nullptr)) {
    if (pairs >= 0)
      EXPECT_EQ(bpf_map__reuse_fd(bpf_object__find_map_by_name(object_, "pairs"), pairs), 0);
    EXPECT_EQ(bpf_object__load(object_), 0);
  }
  Ebpf(const Ebpf&) = delete;
  Ebpf& operator=(const Ebpf&) = delete;
  ~Ebpf() { bpf_object__close(object_); }

  int map(const char* name) const { return bpf_object__find_map_fd_by_name(object_, name); }

  /// 100 additions.
  void add() const {
    char packet[64]{};
    bpf_test_run_opts run{};
    run.sz = sizeof run;
    run.data_in = packet;
    run.data_size_in = sizeof packet;
    const bpf_program* program = bpf_object__find_program_by_name(object_, "add");
    EXPECT_EQ(bpf_prog_test_run_opts(bpf_program__fd(program), &run), 0);
    EXPECT_EQ(run.retval, 0u);
  }

 private:
  bpf_object* object_;
};

TEST_F(Locks, AreThoseOfEbpfPrograms) {
  const Ebpf ebpf(extension.map("pairs")->fd());
  on_two_processors([&] { EXPECT_EQ(extension.run("count_in_map").value(), 0); },
                    [&] {
                      for (int i = 0; i < 20; ++i) ebpf.add();
                    });
  const Value value = read(extension, 0);
  EXPECT_EQ(value.first, kRounds + 20 * 100);
  EXPECT_EQ(value.second, kRounds + 20 * 100);
}

TEST_F(Locks, AreTakenInAMapThatEbpfMade) {
  const Ebpf ebpf;
  LoadOptions options;
  options.maps["pairs"].fd = ebpf.map("pairs");
  Extension user = load_locks(options);
  ebpf.add();
  EXPECT_EQ(user.run("count_in_map").value(), 0);
  EXPECT_EQ(read(user, 0).first, 100 + kRounds);

  // One with the lock elsewhere, and one without.
  for (const int other :
       {ebpf.map("lock_behind"), bpf_map_create(BPF_MAP_TYPE_ARRAY, "plain", 4, 24, 2, nullptr)}) {
    options.maps["pairs"].fd = other;
    const auto refused = Extension::load(folder() / "locks.rex", options);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::kMapCreationFailed);
    EXPECT_NE(refused.error().summary.find("has none at their start"), std::string::npos)
        << refused.error().summary;
  }
}

}  // namespace
}  // namespace rex::test
