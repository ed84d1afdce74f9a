// SPDX-License-Identifier: GPL-2.0-only
// What programs see of the runtime in user space is what they see of the kernel's.
#include <rex/testing.hpp>

#include <gtest/gtest-spi.h>
#include <unistd.h>

#include <limits>

namespace {

using namespace std::chrono_literals;
using rex::testing::Extension;
using rex::testing::Registers;

// Codes of rex::Error.
constexpr int kEmpty = 1, kFull = 2, kBusy = 3;

struct Pair {
  std::uint32_t first;
  std::uint32_t second;
};

TEST(Queue, IsFirstInFirstOutAndCounts) {
  Extension runtime;
  auto numbers = runtime.queue<int>("numbers");
  EXPECT_TRUE(numbers.push(1));
  EXPECT_TRUE(numbers.push(2));
  EXPECT_EQ(runtime.fire("peek"), 1);
  EXPECT_EQ(runtime.fire("pop"), 1);
  EXPECT_EQ(runtime.fire("push"), 0);
  EXPECT_EQ(runtime.fire("push"), 0);
  EXPECT_EQ(runtime.fire("push"), kFull);
  EXPECT_FALSE(numbers.push(3));
  EXPECT_THAT(numbers.drain(), testing::ElementsAre(2, 9, 9));
  EXPECT_EQ(runtime.fire("pop"), -kEmpty);
  EXPECT_EQ(runtime.fire("peek"), -kEmpty);
}

TEST(Queue, HoldsStructures) {
  Extension runtime;
  runtime.queue<Pair>("pairs").push({1, 2});
  EXPECT_EQ(runtime.fire("swap_pair"), 0);
  const auto pair = runtime.queue<Pair>("pairs").pop();
  ASSERT_TRUE(pair);
  EXPECT_EQ(pair->first, 2u);
  EXPECT_EQ(pair->second, 1u);
}

TEST(SpinLock, ProtectsAndIsGivenBack) {
  Extension runtime;
  EXPECT_EQ(runtime.fire("lock_and_change"), 3);
  EXPECT_EQ(runtime.fire("lock_and_change"), 4);
  EXPECT_EQ(runtime.fire("lock_in_order"), 6);
  EXPECT_EQ(runtime.fire("lock_in_order"), 6);
}

TEST(SpinLock, MisusePanics) {
  Extension runtime;
  const auto twice = runtime.fire("lock_twice");
  ASSERT_TRUE(twice.panic());
  EXPECT_EQ(twice.panic()->kind, REX_PANIC_LOCK);
  EXPECT_EQ(twice.panic()->reason(), "the program holds this lock already");
  const auto backwards = runtime.fire("lock_against_order");
  ASSERT_TRUE(backwards.panic());
  EXPECT_EQ(backwards.panic()->kind, REX_PANIC_LOCK);
  EXPECT_EQ(runtime.fire("lock_and_change"), 3) << "the lock is free";
  EXPECT_EQ(runtime.fire("lock_in_order"), 6);
}

TEST(SpinLock, APanicChangesNothing) {
  Extension runtime;
  ASSERT_TRUE(runtime.fire("panic_with_lock").panic());
  EXPECT_EQ(runtime.fire("lock_and_change"), 3);
}

TEST(Queue, IsBusyWhileItsLockIsHeld) {
  Extension runtime;
  {
    const auto held = runtime.queue<int>("numbers").hold_lock();
    EXPECT_EQ(runtime.fire("push"), kBusy);
    EXPECT_EQ(runtime.fire("pop"), -kBusy);
    EXPECT_EQ(runtime.fire("peek"), -kBusy);
  }
  EXPECT_EQ(runtime.fire("push"), 0);
}

// 8 bytes and the header are 16; of 4,096 bytes the last is never used.
TEST(RingBuf, AccountsAsTheKernelDoes) {
  Extension runtime;
  EXPECT_EQ(runtime.fire("fill"), 255);
  EXPECT_EQ(runtime.fire("submit"), kFull);
  EXPECT_EQ(runtime.records<std::uint64_t>("records"), std::vector<std::uint64_t>(255, 7));
  EXPECT_EQ(runtime.fire("submit"), 0);
  EXPECT_EQ(runtime.fire("fill"), 254);
}

TEST(RingBuf, IsBusyWhileItsLockIsHeld) {
  Extension runtime;
  const auto held = runtime.hold_lock("records");
  EXPECT_EQ(runtime.fire("submit"), kBusy);
}

TEST(Budget, EndsAnEndlessLoopInRealTime) {
  Extension runtime;
  const auto outcome = runtime.fire("loop");
  ASSERT_TRUE(outcome.panic());
  EXPECT_EQ(outcome.panic()->kind, REX_PANIC_BUDGET);
  EXPECT_GT(outcome.panic()->first, 50'000'000u);
  EXPECT_EQ(outcome.panic()->second, 50'000'000u);
}

// The first poll after 1,024 others reads the clock; a reading counts 2 ms at most.
TEST(Budget, IsMeasuredByTheTestsClock) {
  Extension runtime;
  runtime.clock().pass_at_each_reading(1ms);
  runtime.set_budget("loop", 10ms);
  const auto outcome = runtime.fire("loop");
  ASSERT_TRUE(outcome.panic());
  EXPECT_EQ(outcome.panic()->first, 11'000'000u);

  Extension again;
  again.clock().pass_at_each_reading(1h);
  again.set_budget("loop", 9ms);
  const auto clamped = again.fire("loop");
  ASSERT_TRUE(clamped.panic());
  EXPECT_EQ(clamped.panic()->first, 10'000'000u) << "a gap counts 2 ms at most";
}

TEST(Panic, HasPlaceAndValues) {
  Extension runtime;
  runtime.queue<int>("numbers").push(7);
  runtime.queue<int>("numbers").push(0);
  const auto outcome = runtime.fire("divide");
  ASSERT_TRUE(outcome.panic());
  EXPECT_EQ(outcome.panic()->kind, REX_PANIC_DIVISION);
  EXPECT_EQ(outcome.panic()->file, "runtime.cpp");
  EXPECT_EQ(outcome.panic()->reason(), "division of 7 by 0");
  EXPECT_EQ(outcome.panic()->first, 7u);
  EXPECT_EQ(outcome.panic()->bits, -32);
  EXPECT_THAT(
      runtime.log(),
      testing::ElementsAre(testing::StartsWith("program runtime/divide panicked at runtime.cpp:")));
}

TEST(Panic, EndsTheProgramForGood) {
  Extension runtime;
  runtime.set_panic_value("give_up", -3);
  const auto outcome = runtime.fire("give_up");
  ASSERT_TRUE(outcome.panic());
  EXPECT_EQ(outcome.panic()->message, "on purpose");
  EXPECT_EQ(outcome.value(), -3);
  EXPECT_TRUE(runtime.fire("give_up").skipped());
  const auto stats = runtime.stats("give_up");
  EXPECT_TRUE(stats.disabled);
  EXPECT_EQ(stats.runs, 1u);
  EXPECT_EQ(stats.panics, 1u);
  EXPECT_EQ(stats.missed, 1u);
  EXPECT_EQ(runtime.fire("push"), 0) << "other programs go on";
}

TEST(Panic, ThatNobodyLooksAtFailsTheTest) {
  EXPECT_NONFATAL_FAILURE(
      {
        Extension runtime;
        runtime.fire("give_up");
      },
      "program runtime/give_up panicked at runtime.cpp:");
}

TEST(Kprobe, SeesTheRegisters) {
  Extension runtime;
  EXPECT_EQ(runtime.fire("second_argument", Registers::call(1, 22)), 22);
  EXPECT_EQ(runtime.fire("second_argument", Registers{.si = 5}), 5);
  EXPECT_EQ(runtime.fire("second_argument"), 0);
}

TEST(Tasks, AreThoseOfTheTest) {
  Extension runtime;
  EXPECT_EQ(runtime.fire("utime", Registers::call(7)), -1);
  runtime.tasks().add({.pid = 7, .utime = 42});
  EXPECT_EQ(runtime.fire("utime", Registers::call(7)), 42);
  runtime.tasks().at(7).utime = 43;
  EXPECT_EQ(runtime.fire("utime", Registers::call(7)), 43);
  runtime.tasks().remove(7);
  EXPECT_EQ(runtime.fire("utime", Registers::call(7)), -1);
  EXPECT_THROW(runtime.tasks().add({.pid = 0}), std::invalid_argument);
}

TEST(Tasks, AreThoseOfTheMachineOnRequest) {
  Extension runtime;
  const auto self = Registers::call(static_cast<std::uint64_t>(::getpid()));
  EXPECT_EQ(runtime.fire("utime", self), -1);
  runtime.tasks().use_proc();
  EXPECT_GE(runtime.fire("utime", self).value(), 0);
}

TEST(Log, HasWhatProgramsPrint) {
  Extension runtime;
  EXPECT_EQ(runtime.fire("print"), 0);
  ASSERT_EQ(runtime.log().size(), 1u);
  EXPECT_THAT(runtime.log()[0],
              testing::MatchesRegex("warn runtime/print runtime.cpp:[0-9]+:    7 of eight"));
}

TEST(Kernel, HasTheFieldsOfTheTest) {
  Extension runtime;
  const auto task = Registers::call(7);
  const rex::testing::cred user{.uid = 1000};
  runtime.tasks().add({.pid = 7, .real_cred = &user});
  EXPECT_EQ(runtime.fire("kernel_fields", task), -2);
  runtime.kernel().add_function("new_function");
  EXPECT_EQ(runtime.fire("kernel_fields", task), -3);
  runtime.tasks().set(7, "not_there", std::uint8_t{1});
  runtime.tasks().set(7, "sched_reset_on_fork", std::uint32_t{3});
  runtime.tasks().set(7, "se.sum_exec_runtime", std::uint64_t{40});
  EXPECT_EQ(runtime.fire("kernel_fields", task), 1043);
  EXPECT_THROW(runtime.tasks().set(7, "utime", 1), std::invalid_argument);
  EXPECT_THROW(runtime.tasks().set(7, "not_there", 1), std::invalid_argument);
}

template <class Function>
std::string error_of(Function function) {
  try {
    function();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "no error";
}

TEST(Extension, MistakesOfATestAreSaidPlainly) {
  Extension runtime;
  EXPECT_EQ(error_of([&] { runtime.queue<int>("number"); }),
            "extension runtime has no map \"number\"; it has numbers pairs records");
  EXPECT_EQ(error_of([&] { runtime.queue<int>("records"); }),
            "map records of extension runtime is no queue");
  EXPECT_EQ(error_of([&] { runtime.queue<long>("numbers"); }),
            "an element of map numbers has 4 bytes, the test's type has 8");
  EXPECT_EQ(error_of([&] { runtime.fire("push", Registers{}); }),
            "program push has the hook once: it takes no registers");
  EXPECT_THAT(error_of([&] { runtime.fire("puhs"); }),
              testing::StartsWith("extension runtime has no program"));
  runtime.fire("submit");
  EXPECT_EQ(error_of([&] { runtime.records<Pair>("records"); }),
            "a record of map records has 4 bytes, the test's type has 8");
}

// What each hook hands its program.

TEST(Hooks, OfRegisters) {
  Extension runtime;
  Registers registers = Registers::call(0x10005);
  registers.ax = 7;
  EXPECT_EQ(runtime.fire("returned", registers), 7);
  EXPECT_EQ(runtime.fire("in_process", registers), 5);
  EXPECT_EQ(runtime.fire("instead", Registers::call(1)), -13);
  EXPECT_EQ(runtime.fire("instead"), std::numeric_limits<std::int64_t>::min());
  EXPECT_THROW(runtime.fire("periods", registers), std::invalid_argument);
}

TEST(Hooks, OfArguments) {
  Extension runtime;
  EXPECT_EQ(runtime.fire("third_argument", {1, 2, 3}), 3);
  EXPECT_EQ(runtime.fire("third_argument"), 0);
  EXPECT_EQ(runtime.fire("result_of", {40, 2}), 42);
  EXPECT_EQ(runtime.fire("decide", {}), -13);
  EXPECT_THROW(runtime.fire("returned", {1}), std::invalid_argument);
}

TEST(Hooks, OfTime) {
  Extension runtime;
  EXPECT_EQ(runtime.fire("periods"), 1);
}

TEST(Hooks, OfPackets) {
  Extension runtime;
  rex::testing::Packet packet{.bytes = std::vector<std::uint8_t>(20, 1), .interface = 3};
  EXPECT_EQ(runtime.fire("turn", packet), 4);  // redirect
  EXPECT_EQ(packet.bytes.size(), 26u);
  EXPECT_EQ(packet.bytes.back(), 0);
  EXPECT_EQ(packet.redirected, 4u);

  rex::testing::Packet empty;
  EXPECT_EQ(runtime.fire("turn", empty), 1);  // drop
  EXPECT_EQ(runtime.fire("judge", empty), 0);

  rex::testing::Packet outgoing{.bytes = {0}, .outgoing_interface = 2, .mark = 5};
  EXPECT_EQ(runtime.fire("judge", outgoing), 1);
  EXPECT_EQ(outgoing.mark, 7u);
  EXPECT_EQ(outgoing.bytes[0], 0x45);

  rex::testing::Packet frame{.bytes = std::vector<std::uint8_t>(20, 0x10)};
  EXPECT_EQ(runtime.fire("tagged", frame), 0);
  EXPECT_EQ(frame.bytes.size(), 20u);
  EXPECT_EQ(frame.bytes[15], 0x0f);  // the sum is one more, its complement one less
  EXPECT_THROW(runtime.fire("periods", frame), std::invalid_argument);
}

}  // namespace
