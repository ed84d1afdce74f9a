// SPDX-License-Identifier: GPL-2.0-only
// What a program holds when it ends, is released: shown by records of a ring buffer, of which one
// that is neither submitted nor discarded stops its reader for ever.
#include <bpf/libbpf.h>

#include <cstring>
#include <memory>

#include "support.hpp"

namespace rex::test {
namespace {

using Values = std::vector<std::uint64_t>;

class Ledger : public testing::Test {
 protected:
  // All that its reader gets.
  Values read() {
    Values values;
    const auto collect = [](void* context, void* data, std::size_t size) {
      std::uint64_t value = 0;
      std::memcpy(&value, data, std::min(size, sizeof value));
      static_cast<Values*>(context)->push_back(value);
      return 0;
    };
    const std::unique_ptr<ring_buffer, decltype(&ring_buffer__free)> reader(
        ring_buffer__new(extension.map("events")->fd(), collect, &values, nullptr),
        &ring_buffer__free);
    EXPECT_GE(ring_buffer__consume(reader.get()), 0);
    return values;
  }

  // The buffer works: a record that stayed behind would hide this one.
  void expect_usable() {
    ASSERT_EQ(extension.run("submit").value(), 0);
    EXPECT_EQ(read(), Values{1});
  }

  void expect_panic(const char* program, const char* reason) {
    KernelLog log;
    EXPECT_EQ(extension.run(program).error().code, ErrorCode::kPanicked);
    EXPECT_TRUE(log.wait_for(reason)) << log.text();
  }

  Extension extension = load("records");
};

TEST_F(Ledger, ASubmittedRecordArrives) { expect_usable(); }

TEST_F(Ledger, ARecordThatGoesOutOfScopeIsDiscarded) {
  EXPECT_EQ(extension.run("forget").value(), 1);
  EXPECT_EQ(extension.run("discard").value(), 0);
  EXPECT_EQ(read(), Values{});
  expect_usable();
}

TEST_F(Ledger, AnOverwrittenHandleDiscardsItsRecord) {
  EXPECT_EQ(extension.run("overwrite").value(), 0);
  EXPECT_EQ(read(), Values{2});
  expect_usable();
}

TEST_F(Ledger, RecordsMayBeSubmittedInAnyOrder) {
  EXPECT_EQ(extension.run("submit_out_of_order").value(), 0);
  EXPECT_EQ(read(), (Values{1, 2, 3}));
}

TEST_F(Ledger, UsingASubmittedHandlePanics) {
  expect_panic("submit_twice", "use of a handle that was destroyed or moved from");
  EXPECT_EQ(read(), Values{1});
  expect_usable();
}

TEST_F(Ledger, UsingAMovedHandlePanicsAndTheRecordIsDiscarded) {
  expect_panic("use_moved", "use of a handle that was destroyed or moved from");
  EXPECT_EQ(read(), Values{});
  expect_usable();
}

TEST_F(Ledger, APanicDiscardsTheRecordInHand) {
  expect_panic("panic_with_one", "with one record");
  EXPECT_EQ(read(), Values{});
  expect_usable();
}

TEST_F(Ledger, APanicDiscardsWhatWasNotReleasedOutOfOrder) {
  expect_panic("panic_with_holes", "with three records");
  EXPECT_EQ(read(), Values{1});
  expect_usable();
}

TEST_F(Ledger, HoldsThirtyTwoResources) {
  push(extension, "input", 32);
  EXPECT_EQ(extension.run("hold_many").value(), 32);
  EXPECT_EQ(read(), Values{});
  expect_usable();
}

TEST_F(Ledger, OneMoreResourcePanicsBeforeItIsAcquired) {
  push(extension, "input", 33);
  expect_panic("hold_many", "would hold more than 32 resources at once");
  EXPECT_EQ(read(), Values{});
  expect_usable();
}

TEST_F(Ledger, BytesAreCheckedAgainstTheRecord) {
  EXPECT_EQ(extension.run("bytes").value(), 0);
  EXPECT_EQ(read(), Values{7});
  push(extension, "input", 5);
  expect_panic("bytes_beyond", "index 13 is outside of 0..12");
  EXPECT_EQ(extension.run("bytes_too_many").value(), 8);  // Error::too_big
  expect_usable();
}

TEST_F(Ledger, UnwrittenBytesAreZeroWhereOlderRecordsWere) {
  EXPECT_EQ(extension.run("fill").value(), 4096 / 16 - 1);
  read();
  EXPECT_EQ(extension.run("bytes_unwritten").value(), 0);
  EXPECT_EQ(read(), (Values{0, 0}));
}

TEST_F(Ledger, AFullBufferIsAnError) {
  EXPECT_EQ(extension.run("fill").value(), 4096 / 16 - 1);
  EXPECT_EQ(read().size(), 4096 / 16 - 1);
  expect_usable();
}

}  // namespace
}  // namespace rex::test
