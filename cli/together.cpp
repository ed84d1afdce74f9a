// SPDX-License-Identifier: GPL-2.0-only
#include "together.hpp"

#include <algorithm>

#include "json_file.hpp"
#include "parts.hpp"

namespace rex::cli {

namespace {

/// Sorts files, so that the same files make the same object.
Result<void> put_in_order(std::vector<std::filesystem::path>& sources) {
  const auto real = [](const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::weakly_canonical(path, ignored);
  };
  std::ranges::sort(sources, {}, real);
  const auto twice = std::ranges::adjacent_find(sources, {}, real);
  if (twice == sources.end()) return {};
  return std::unexpected(
      Error{ErrorCode::kIo, twice->string() + ": the file is given twice; name it once", {}});
}

}  // namespace

Result<Together> compile_together(const Installation& installation,
                                  std::vector<std::filesystem::path> sources,
                                  const std::filesystem::path& folder,
                                  const std::filesystem::path& object,
                                  const std::string& extension) {
  if (auto result = put_in_order(sources); !result)
    return std::unexpected(std::move(result.error()));
  Together together;
  std::vector<Part> parts;
  Linking linking;
  for (const auto& source : sources) {
    const std::string stem = (folder / ("part" + std::to_string(linking.parts.size()))).string();
    Compilation compilation;
    compilation.source = source;
    compilation.part = true;
    compilation.diagnostics = stem + ".diagnostics.json";
    compilation.manifest = stem + ".manifest.json";
    if (!object.empty()) compilation.object = stem + ".bc";
    auto accepted = compile(installation, compilation);
    if (!accepted) return std::unexpected(std::move(accepted.error()));
    together.accepted = together.accepted && *accepted;
    together.sources += (together.sources.empty() ? "" : ", ") + source.filename().string();
    for (auto& diagnostic : read_json(compilation.diagnostics))
      together.diagnostics.push_back(std::move(diagnostic));
    linking.parts.push_back(stem + ".bc");
    parts.push_back({source, *accepted ? read_json(compilation.manifest) : nlohmann::json()});
    if (*accepted && !parts.back().manifest.is_object())
      return std::unexpected(
          Error{ErrorCode::kIo, "the checker wrote no manifest; build or install rex again", {}});
  }
  if (!together.accepted) return together;

  for (const Diagnostic& diagnostic : compare(parts)) {
    print(diagnostic);
    together.diagnostics.push_back(to_json(diagnostic));
    together.accepted = false;
  }
  if (!together.accepted) return together;
  together.manifest = unite(parts);
  if (object.empty()) return together;
  linking.programs = programs_of(parts);
  linking.object = object;
  linking.extension = extension;
  if (auto result = link(installation, linking); !result)
    return std::unexpected(std::move(result.error()));
  return together;
}

}  // namespace rex::cli
