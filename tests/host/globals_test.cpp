// SPDX-License-Identifier: GPL-2.0-only
#include <rex/testing.hpp>

TEST(Extension, StartsAnewInEachTest) {
  for (int i = 0; i < 2; ++i) {
    rex::testing::Extension globals;
    EXPECT_EQ(globals.fire("add_run"), 5);
    EXPECT_EQ(globals.fire("add_run"), 6);
    EXPECT_TRUE(globals.queue<int>("numbers").push(1));
  }
  rex::testing::Extension globals;
  EXPECT_EQ(globals.queue<int>("numbers").size(), 0u);
}
