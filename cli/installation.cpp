// SPDX-License-Identifier: GPL-2.0-only
#include "installation.hpp"

namespace rex::cli {

namespace {

std::filesystem::path prefix_of_program() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path().parent_path();
}

/// The real place of a part.
Result<std::filesystem::path> part_of(const std::filesystem::path& prefix, const char* name) {
  std::error_code error;
  auto place = std::filesystem::canonical(prefix / name, error);
  if (error)
    return std::unexpected(Error{
        ErrorCode::kIo,
        (prefix / name).string() + ": " + error.message() +
            "; rex needs its plugins, headers and pages beside it: build or install all of it",
        {}});
  return place;
}

}  // namespace

Result<Installation> Installation::find() {
  const std::filesystem::path prefix = prefix_of_program();
  Installation installation;
  installation.prefix = prefix;
  struct Part {
    std::filesystem::path& place;
    const char* name;
  };
  const Part parts[] = {{installation.checker, "lib/rex/checker.so"},
                        {installation.instrument, "lib/rex/instrument.so"},
                        {installation.sdk, "include/rex-sdk"},
                        {installation.abi, "include/rex-abi"}};
  for (const Part& part : parts) {
    // The checker trusts a file by where it really is: so the real paths.
    auto place = part_of(prefix, part.name);
    if (!place) return std::unexpected(std::move(place.error()));
    part.place = std::move(*place);
  }
  return installation;
}

Result<std::filesystem::path> Installation::rule_pages() {
  return part_of(prefix_of_program(), "share/rex/rules");
}

std::filesystem::path Installation::samples() { return prefix_of_program() / "samples"; }

}  // namespace rex::cli
