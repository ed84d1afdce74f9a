// SPDX-License-Identifier: GPL-2.0-only
// A program that cannot go on is ended: its caller gets control back, the log says why and where.
#include "support.hpp"

namespace rex::test {
namespace {

struct PanicCase {
  const char* program;
  std::vector<std::int32_t> input;
  const char* reason;
  const char* frame = nullptr;  // a function of the backtrace; null for the program itself
};

void PrintTo(const PanicCase& panic, std::ostream* out) { *out << panic.program; }

class Panic : public testing::TestWithParam<PanicCase> {};

TEST_P(Panic, EndsTheProgramAndSaysWhyAndWhere) {
  const PanicCase& panic = GetParam();
  KernelLog log;
  Extension extension = load("panics");
  for (std::int32_t value : panic.input) push(extension, "input", value);

  const auto value = extension.run(panic.program);
  ASSERT_FALSE(value.has_value());
  EXPECT_EQ(value.error().code, ErrorCode::kPanicked);

  EXPECT_TRUE(log.wait_for(panic.reason)) << log.text();
  EXPECT_TRUE(log.wait_for(std::string("program panics/") + panic.program + " panicked at"))
      << log.text();
  EXPECT_NE(log.text().find("panics.cpp:"), std::string::npos) << "the source is named";
  const std::string frame = panic.frame ? panic.frame : panic.program;
  EXPECT_NE(log.text().find("rex_panics__" + frame), std::string::npos)
      << "the backtrace names the program: " << log.text();

  // Crash-stop: it never runs again, and its counters say so.
  EXPECT_EQ(extension.run(panic.program).error().code, ErrorCode::kPanicked);
  const auto stats = extension.stats(panic.program);
  EXPECT_EQ(stats->panics, 1u);
  EXPECT_EQ(stats->runs, 1u);
  EXPECT_TRUE(stats->disabled);
  // Other programs of the extension are not affected.
  EXPECT_EQ(extension.run("fine").value(), 42);
}

constexpr std::int32_t kMax = 2147483647;
constexpr std::int32_t kMin = -kMax - 1;

INSTANTIATE_TEST_SUITE_P(
    Kinds, Panic,
    testing::Values(
        PanicCase{"explicit_panic", {}, "on purpose"},
        PanicCase{"deep_panic", {20}, "at the bottom"},
        PanicCase{"addition", {kMax, 1}, "addition with operands 2147483647 and 1"},
        PanicCase{"subtraction", {kMin, 1}, "subtraction with operands -2147483648 and 1"},
        PanicCase{"multiplication", {65536, 65536}, "multiplication with operands 65536 and 65536"},
        PanicCase{"negation", {kMin}, "negation with operands 0 and -2147483648"},
        PanicCase{"division", {7, 0}, "division of 7 by 0"},
        PanicCase{"remainder", {kMin, -1}, "division of -2147483648 by -1"},
        PanicCase{"shift", {1, 32}, "shift of 1 by 32 bits"},
        PanicCase{"empty_option", {}, "value of an empty Option"},
        PanicCase{"endless_loop", {}, "its budget is 50000 us"},
        PanicCase{"endless_recursion", {1}, "the stack is used up", "endless"},
        PanicCase{"deep_large_frames", {100}, "the stack is used up"},
        PanicCase{"endless_recursion_tree", {}, "its budget is 50000 us"}),
    [](const auto& info) { return std::string(info.param.program); });

TEST(Run, ReturnsWhatTheProgramReturned) {
  Extension extension = load("panics");
  EXPECT_EQ(extension.run("fine").value(), 42);
  EXPECT_EQ(extension.stats("fine")->runs, 1u);
}

}  // namespace
}  // namespace rex::test
