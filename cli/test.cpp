// SPDX-License-Identifier: GPL-2.0-only
// rex test FILE…: runs the tests beside extensions, in user space.
#include <fmt/core.h>

#include <algorithm>
#include <memory>

#include "coverage.hpp"
#include "report.hpp"
#include "temporary.hpp"
#include "user_space.hpp"
#include "verbs.hpp"

namespace rex::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTestSuffix = "_test";

struct TestOptions {
  std::vector<fs::path> places;
  std::string filter;
  bool memory = false;
  UserSpace mode;
};

/// An extension and its test, side by side: mp4.cpp and mp4_test.cpp.
struct TestPair {
  fs::path extension;
  fs::path test;

  std::string name() const { return extension.stem().string(); }
};

/// The pair that a source belongs to, whichever of the two it is.
TestPair pair_of(const fs::path& source) {
  std::string stem = source.stem().string();
  if (stem.ends_with(kTestSuffix)) stem.resize(stem.size() - kTestSuffix.size());
  const std::string extension = source.extension().string();
  return {source.parent_path() / (stem + extension),
          source.parent_path() / (stem + std::string(kTestSuffix) + extension)};
}

std::unexpected<Error> failure(std::string summary) {
  return std::unexpected(Error{ErrorCode::kIo, std::move(summary), {}});
}

Result<std::vector<TestPair>> find_in_folder(const fs::path& folder) {
  std::vector<TestPair> pairs;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.extension() != ".cpp" || !path.stem().string().ends_with(kTestSuffix)) continue;
    const TestPair pair = pair_of(path);
    if (fs::exists(pair.extension, error)) pairs.push_back(pair);
  }
  if (error) return failure(folder.string() + ": " + error.message());
  if (pairs.empty())
    return failure(folder.string() +
                   ": no test here: put NAME_test.cpp beside the extension NAME.cpp");
  std::ranges::sort(pairs, {}, &TestPair::test);
  return pairs;
}

Result<std::vector<TestPair>> find_tests(const std::vector<fs::path>& places) {
  std::vector<TestPair> pairs;
  for (const fs::path& place : places) {
    std::error_code error;
    if (fs::is_directory(place, error)) {
      auto found = find_in_folder(place);
      if (!found) return found;
      pairs.insert(pairs.end(), found->begin(), found->end());
      continue;
    }
    const TestPair pair = pair_of(place);
    if (!fs::exists(pair.extension, error))
      return failure(pair.extension.string() + ": there is no such extension");
    if (!fs::exists(pair.test, error))
      return failure(pair.test.string() + ": there is no such test; write one beside " +
                     pair.extension.string());
    pairs.push_back(pair);
  }
  return pairs;
}

/// Returns whether all tests of a pair passed.
Result<bool> run_pair(const TestPair& pair, const TestOptions& options,
                      const Installation& installation, const UserSpaceInstallation& user_space) {
  auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(std::move(folder.error()));
  const fs::path executable = folder->path() / (pair.name() + "_test");

  UserSpaceProgram program{.mode = options.mode, .objects = {}};
  auto built =
      compile_extension(program, installation, pair.extension, pair.name(), folder->path());
  if (built && *built) built = compile_test(program, user_space, pair.test, folder->path());
  if (built && *built)
    built = link_program(program, user_space, {"-lgmock_main", "-lgmock", "-lgtest"}, executable);
  if (!built || !*built) return built;

  Coverage coverage(folder->path());
  std::vector<std::string> arguments;
  if (!options.filter.empty()) arguments.push_back("--gtest_filter=" + options.filter);
  const auto status =
      run_program(user_space, executable, arguments,
                  options.mode.coverage ? coverage.environment() : std::vector<std::string>());
  if (!status) return std::unexpected(status.error());
  if (options.mode.coverage)
    if (auto reported = coverage.report(executable, pair.extension); !reported)
      return std::unexpected(std::move(reported.error()));
  return *status == 0;
}

Result<bool> run_tests(const TestOptions& options) {
  const auto pairs = find_tests(options.places);
  if (!pairs) return std::unexpected(pairs.error());
  const auto installation = Installation::find();
  if (!installation) return std::unexpected(installation.error());
  const auto user_space = UserSpaceInstallation::find(options.mode.sanitizer);
  if (!user_space) return std::unexpected(user_space.error());

  std::size_t failed = 0;
  for (const TestPair& pair : *pairs) {
    const auto passed = run_pair(pair, options, *installation, *user_space);
    if (!passed) return passed;
    if (*passed) continue;
    ++failed;
    print_error(pair.test.string() + ": failed");
  }
  if (pairs->size() > 1) fmt::print("{} passed, {} failed\n", pairs->size() - failed, failed);
  return failed == 0;
}

int run_test(TestOptions options) {
  if (options.memory) options.mode.sanitizer = Sanitizer::kMemory;
  const auto passed = run_tests(options);
  if (!passed) print_error(passed.error());
  return passed && *passed ? kSuccess : kFailure;
}

}  // namespace

void add_test(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<TestOptions>();
  CLI::App* verb =
      app.add_subcommand("test", "Run the tests beside extensions, in user space, with sanitizers");
  verb->add_option("FILE_OR_FOLDER", options->places,
                   "An extension NAME.cpp with a test NAME_test.cpp beside it, or a folder of such")
      ->required();
  verb->add_option("--filter", options->filter, "Only the tests whose name matches (GoogleTest's)");
  verb->add_flag("--msan", options->memory,
                 "Look for uninitialised memory instead of bad addresses");
  verb->add_flag("--optimized", options->mode.optimise,
                 "Compile the extension as for the kernel, at -O2");
  verb->add_flag("--coverage", options->mode.coverage, "Print which lines of the extension ran");
  verb->callback([options, &exit_code] { exit_code = run_test(*options); });
}

}  // namespace rex::cli
