// SPDX-License-Identifier: GPL-2.0-only
// Globals: parameters set at load time, atomics shared while programs run.
#include <filesystem>

#include "support.hpp"

namespace rex::test {
namespace {

Result<Extension> load_with(const std::map<std::string, std::int64_t>& params) {
  LoadOptions options;
  options.params = params;
  const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  return Extension::load(folder / "globals.rex", options);
}

TEST(Param, KeepsItsSourcesValue) {
  Extension extension = load("globals");
  EXPECT_EQ(extension.run("get_limit").value(), 100);
  EXPECT_EQ(extension.run("get_small").value(), 0);
}

TEST(Param, IsSetAtLoadTime) {
  auto extension = load_with({{"limit", 5}, {"small", -7}});
  ASSERT_TRUE(extension.has_value()) << extension.error().summary;
  EXPECT_EQ(extension->run("get_limit").value(), 5);
  EXPECT_EQ(extension->run("get_small").value(), -7);
}

TEST(Param, AnImpossibleValueIsRefusedByName) {
  for (const auto& [name, value] : std::map<std::string, std::int64_t>{
           {"limit", -1}, {"small", 128}, {"hits", 1}, {"nothing", 1}}) {
    const auto extension = load_with({{name, value}});
    ASSERT_FALSE(extension.has_value()) << name;
    EXPECT_EQ(extension.error().code, ErrorCode::kInvalidArgument);
    EXPECT_NE(extension.error().summary.find(name), std::string::npos);
  }
}

TEST(Atomic, IsSharedWithUserSpace) {
  Extension extension = load("globals");
  EXPECT_EQ(extension.global("hits").value(), 0u);
  EXPECT_EQ(extension.global("level").value(), 3u);
  EXPECT_EQ(extension.run("hit").value(), 0);
  EXPECT_EQ(extension.global("hits").value(), 3u);
  ASSERT_TRUE(extension.set_global("level", 10).has_value());
  EXPECT_EQ(extension.run("hit").value(), 3);
  EXPECT_EQ(extension.global("hits").value(), 13u);
  EXPECT_EQ(extension.global("limit").error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(extension.global("nothing").error().code, ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace rex::test
