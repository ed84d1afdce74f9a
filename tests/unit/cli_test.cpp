// SPDX-License-Identifier: GPL-2.0-only
// rex build, rex check and rex run as a user calls them, without a kernel.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kGood = R"(// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Queue<rex::i32, 16> numbers;

rex::Result count(const rex::Kprobe<"write_null">&) {
  while (auto number = numbers.pop())
    if (*number == 7) return rex::ok;
  return rex::ok;
}
)";

constexpr const char* kBad = R"(// SPDX-License-Identifier: GPL-2.0-only
#include <rex/rex.hpp>

rex::Result count(const rex::Kprobe<"write_null">&) {
  int value = 1;
  int* pointer = &value;
  return rex::ok;
}
)";

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

std::string content_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

/// Each test works in a folder of its own.
class Cli : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = fs::temp_directory_path() / "rex-cli-XXXXXX";
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    fs::create_directory(folder_ / "work");
    fs::create_directory(folder_ / "tmp");
  }
  void TearDown() override {
    EXPECT_TRUE(fs::is_empty(folder_ / "tmp")) << "left a temporary file";
    fs::remove_all(folder_);
  }

  fs::path work() const { return folder_ / "work"; }

  void write(const fs::path& name, const std::string& content) const {
    fs::create_directories((work() / name).parent_path());
    std::ofstream(work() / name, std::ios::binary) << content;
  }

  Outcome rex(const std::string& arguments, const std::string& environment = "") const {
    const std::string command = "cd '" + work().string() + "' && TMPDIR='" +
                                (folder_ / "tmp").string() + "' " + environment +
                                " '" REX_PROGRAM "' " + arguments + " >../out 2>../err";
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), content_of(folder_ / "out"), content_of(folder_ / "err")};
  }

  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(work()))
      if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), work()));
    std::ranges::sort(names);
    return names;
  }

 private:
  fs::path folder_;
};

TEST_F(Cli, BuildsAnObject) {
  write("count.cpp", kGood);
  const Outcome built = rex("build count.cpp");
  EXPECT_EQ(built.status, 0);
  EXPECT_THAT(built.out, IsEmpty());
  EXPECT_THAT(built.err, IsEmpty());
  EXPECT_THAT(files(), testing::ElementsAre("count.cpp", "count.rex"));
}

TEST_F(Cli, GlobalsMayHaveNamesThatAreTypesWhenMangled) {
  write("good.cpp", std::regex_replace(kGood, std::regex("numbers"), "a"));
  const Outcome built = rex("build good.cpp");
  EXPECT_EQ(built.status, 0) << built.err;
}

TEST_F(Cli, SameSourceGivesSameBytesWhereverItIs) {
  write("count.cpp", kGood);
  write("some/where/else/count.cpp", kGood);
  EXPECT_EQ(rex("build count.cpp -o 1.rex").status, 0);
  EXPECT_EQ(rex("build ./count.cpp --output 2.rex").status, 0);
  EXPECT_EQ(rex("build some/where/else/count.cpp -o 3.rex").status, 0);
  EXPECT_EQ(rex("build '" + (work() / "count.cpp").string() + "' -o 4.rex").status, 0);
  const std::string first = content_of(work() / "1.rex");
  EXPECT_FALSE(first.empty());
  for (const char* other : {"2.rex", "3.rex", "4.rex"})
    EXPECT_TRUE(content_of(work() / other) == first) << other;
  EXPECT_THAT(first, testing::Not(HasSubstr(work().string())));
}

TEST_F(Cli, RejectedSourceLeavesNothing) {
  write("count.cpp", kBad);
  const Outcome built = rex("build count.cpp");
  EXPECT_EQ(built.status, 1);
  EXPECT_THAT(built.err, HasSubstr("count.cpp:6:"));
  EXPECT_THAT(files(), testing::ElementsAre("count.cpp"));
}

TEST_F(Cli, FailureKeepsAnEarlierObject) {
  write("count.cpp", kBad);
  write("count.rex", "earlier");
  EXPECT_EQ(rex("build count.cpp").status, 1);
  EXPECT_EQ(content_of(work() / "count.rex"), "earlier");
}

TEST_F(Cli, CallersEnvironmentDoesNotReachTheCompiler) {
  write("count.cpp", kGood);
  write("include/rex/rex.hpp", "#error found by CPATH\n");
  write("clang.cfg", "-w -DATTACK");
  const Outcome built =
      rex("build count.cpp",
          "CPATH=include CPLUS_INCLUDE_PATH=include CCC_OVERRIDE_OPTIONS=+-DATTACK "
          "CLANG_CONFIG_FILE_USER_DIR=.");
  EXPECT_EQ(built.status, 0) << built.err;
}

TEST_F(Cli, ImpossibleNameIsAUsageError) {
  write("my-count.cpp", kGood);
  const Outcome unnamed = rex("build my-count.cpp");
  EXPECT_EQ(unnamed.status, 2);
  EXPECT_THAT(unnamed.err, HasSubstr("rex: error: \"my-count\" cannot name an extension"));
  EXPECT_EQ(rex("build my-count.cpp --name count").status, 0);
  EXPECT_THAT(files(), testing::Contains("my-count.rex"));
}

TEST_F(Cli, UsageErrors) {
  for (const char* arguments :
       {"", "frobnicate", "build", "build a.cpp b.cpp", "build a.cpp -DX", "run",
        "run x.rex --for soon", "run x.rex --for 1 --once f", "check"}) {
    const Outcome outcome = rex(arguments);
    EXPECT_EQ(outcome.status, 2) << arguments;
    EXPECT_THAT(outcome.err, testing::StartsWith("rex: error: ")) << arguments;
    EXPECT_THAT(outcome.out, IsEmpty()) << arguments;
  }
}

TEST_F(Cli, VersionAndHelp) {
  EXPECT_THAT(rex("--version").out, testing::MatchesRegex("rex [0-9.]+\n"));
  const Outcome help = rex("--help");
  EXPECT_EQ(help.status, 0);
  for (const char* verb : {"build", "check", "run"}) EXPECT_THAT(help.out, HasSubstr(verb));
}

TEST_F(Cli, CheckTellsJson) {
  write("good.cpp", kGood);
  write("bad.cpp", kBad);
  const Outcome good = rex("check good.cpp --json");
  EXPECT_EQ(good.status, 0) << good.err;
  EXPECT_EQ(nlohmann::json::parse(good.out), nlohmann::json::array());

  const Outcome bad = rex("check --json good.cpp bad.cpp");
  EXPECT_EQ(bad.status, 1);
  const auto diagnostics = nlohmann::json::parse(bad.out, nullptr, false);
  ASSERT_TRUE(diagnostics.is_array()) << bad.out;
  ASSERT_FALSE(diagnostics.empty());
  for (const char* key :
       {"rule", "severity", "file", "line", "column", "message", "remedy", "notes"})
    EXPECT_TRUE(diagnostics[0].contains(key)) << key;
  EXPECT_EQ(diagnostics[0]["file"], "bad.cpp");
  EXPECT_EQ(diagnostics[0]["line"], 6);
  EXPECT_THAT(files(), testing::ElementsAre("bad.cpp", "good.cpp"));
}

TEST_F(Cli, MissingSource) {
  const Outcome built = rex("build missing.cpp");
  EXPECT_EQ(built.status, 1);
  EXPECT_THAT(built.err, HasSubstr("rex: error: missing.cpp: there is no such source file"));
}

TEST_F(Cli, UnwritableOutput) {
  write("count.cpp", kGood);
  const Outcome built = rex("build count.cpp -o missing/count.rex");
  EXPECT_EQ(built.status, 1);
  EXPECT_THAT(built.err, HasSubstr("missing/count.rex: cannot be written"));
}

TEST_F(Cli, RunRefusesWhatIsNoObject) {
  write("count.cpp", kGood);
  ASSERT_EQ(rex("build count.cpp").status, 0);
  write("part.rex", content_of(work() / "count.rex").substr(0, 300));
  const Outcome part = rex("run part.rex");
  EXPECT_EQ(part.status, 1);
  EXPECT_THAT(part.err, HasSubstr("rex: error: part.rex: "));
  const Outcome source = rex("run count.cpp");
  EXPECT_EQ(source.status, 1);
  EXPECT_THAT(source.err, HasSubstr("rex: error: count.cpp: is not an ELF file"));
}

}  // namespace
