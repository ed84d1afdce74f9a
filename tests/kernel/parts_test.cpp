// SPDX-License-Identifier: GPL-2.0-only
// Extensions of several files are one in the kernel, and each file means what it says.
#include "support.hpp"

namespace rex::test {
namespace {

struct PartsCase {
  const char* extension;  // of tests/accept/parts
  std::int64_t value;     // what its program returns, as in the folder's file `expect`
};

void PrintTo(const PartsCase& parts, std::ostream* out) { *out << parts.extension; }

class Parts : public testing::TestWithParam<PartsCase> {};

TEST_P(Parts, AreOneExtension) {
  Extension extension = load(GetParam().extension);
  const auto value = extension.run("start");
  ASSERT_TRUE(value.has_value()) << value.error().summary;
  EXPECT_EQ(*value, GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(All, Parts, testing::Values(REX_PARTS_CASES),
                         [](const auto& test) { return std::string(test.param.extension); });

}  // namespace
}  // namespace rex::test
