// SPDX-License-Identifier: GPL-2.0-only
#include "installation.hpp"

namespace rex::cli {

Result<Installation> Installation::find() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::filesystem::path prefix = program.parent_path().parent_path();

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
    part.place = std::filesystem::canonical(prefix / part.name, error);
    if (error)
      return std::unexpected(
          Error{ErrorCode::kIo,
                (prefix / part.name).string() + ": " + error.message() +
                    "; rex needs its plugins and headers beside it: build or install all of it",
                {}});
  }
  return installation;
}

}  // namespace rex::cli
