// SPDX-License-Identifier: GPL-2.0-only
// rex build --compile-commands FILE…: what editors and other tools of clang need to know.
#include "compile_commands.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

#include "compiler.hpp"
#include "json_file.hpp"
#include "report.hpp"
#include "temporary.hpp"

namespace rex::cli {

namespace {

using nlohmann::json;

constexpr std::string_view kMark = "# Written by rex build --compile-commands";

/// The SDK is included before the first line: its #include is for readers.
constexpr std::string_view kClangdSettings =
    "; written again where this line is.\n"
    "CompileFlags:\n"
    "  CompilationDatabase: .\n"
    "Diagnostics:\n"
    "  UnusedIncludes: None\n"
    "  MissingIncludes: None\n";

Result<void> write_file(const std::filesystem::path& path, std::string_view text) {
  auto file = AtomicFile::create(path);
  if (!file) return std::unexpected(std::move(file.error()));
  while (!text.empty()) {
    const ssize_t length = ::write(file->fd(), text.data(), text.size());
    if (length < 0 && errno == EINTR) continue;
    if (length < 0)
      return std::unexpected(
          Error{ErrorCode::kIo, path.string() + ": " + std::strerror(errno), {}});
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return file->commit();
}

/// Entries of other sources stay.
json updated(json entries, const std::vector<json>& ours) {
  if (!entries.is_array()) entries = json::array();
  for (const json& entry : ours) {
    const std::string file = entry["file"];
    for (auto at = entries.begin(); at != entries.end();)
      at = at->is_object() && at->value("file", "") == file ? entries.erase(at) : at + 1;
    entries.push_back(entry);
  }
  return entries;
}

Result<void> write_settings() {
  const std::filesystem::path path = ".clangd";
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    std::string first;
    std::ifstream file(path);
    std::getline(file, first);
    if (!first.starts_with(kMark)) {
      print_hint(".clangd is yours and stays as it is; UnusedIncludes: None is of use there");
      return {};
    }
  }
  return write_file(path, fmt::format("{}{}", kMark, kClangdSettings));
}

}  // namespace

Result<void> write_compile_commands(const std::vector<std::filesystem::path>& sources) {
  auto installation = Installation::find();
  if (!installation) return std::unexpected(std::move(installation.error()));
  std::error_code error;
  const std::filesystem::path here = std::filesystem::current_path(error);
  std::vector<json> entries;
  for (const auto& source : sources) {
    const auto path = std::filesystem::canonical(source, error);
    if (error || !std::filesystem::is_regular_file(path, error))
      return std::unexpected(
          Error{ErrorCode::kIo, source.string() + ": there is no such source file", {}});
    entries.push_back({{"directory", here.string()},
                       {"file", path.string()},
                       {"arguments", check_command(*installation, path)}});
  }
  const std::filesystem::path database = "compile_commands.json";
  if (auto written = write_file(database, updated(read_json(database), entries).dump(2) + "\n");
      !written)
    return written;
  return write_settings();
}

}  // namespace rex::cli
