// SPDX-License-Identifier: GPL-2.0-only
#include "coverage.hpp"

#include "process.hpp"
#include "version.hpp"

namespace rex::cli {

namespace {

std::string tool(const char* name) {
  std::error_code error;
  return (std::filesystem::canonical(REX_CLANG, error).parent_path() / name).string();
}

Result<void> run_tool(const std::vector<std::string>& arguments) {
  const auto status = run_process(arguments, {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"});
  if (!status) return std::unexpected(status.error());
  if (*status != 0)
    return std::unexpected(
        Error{ErrorCode::kIo, arguments[0] + " failed; the package llvm-22 has it", {}});
  return {};
}

}  // namespace

std::vector<std::string> Coverage::environment() const {
  return {"LLVM_PROFILE_FILE=" + raw_.string()};
}

Result<void> Coverage::report(const std::filesystem::path& program,
                              const std::filesystem::path& source) const {
  auto merged = run_tool({tool("llvm-profdata"), "merge", "-o", merged_.string(), raw_.string()});
  if (!merged) return merged;
  // Sources are recorded relative to the extension's folder.
  std::error_code error;
  const auto folder = std::filesystem::absolute(source, error).parent_path();
  return run_tool({tool("llvm-cov"), "show", program.string(), "-instr-profile=" + merged_.string(),
                   "-ignore-filename-regex=/rex/", "-compilation-dir=" + folder.string(),
                   "-show-branches=count"});
}

}  // namespace rex::cli
