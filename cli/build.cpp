// SPDX-License-Identifier: GPL-2.0-only
// rex build FILE…: a portable object of an extension's sources.
// rex build --compile-commands FILE…: what editors need to know of sources.
#include <memory>
#include <nlohmann/json.hpp>

#include "compile_commands.hpp"
#include "compiler.hpp"
#include "json_file.hpp"
#include "report.hpp"
#include "rex/abi.h"
#include "rex/object.hpp"
#include "temporary.hpp"
#include "together.hpp"
#include "verbs.hpp"
#include "version.hpp"

namespace rex::cli {

namespace {

struct BuildOptions {
  std::vector<std::filesystem::path> sources;
  std::filesystem::path output;
  std::string name;
};

/// The checker tells what it sees in the source; the rest is known here.
std::string complete_manifest(nlohmann::json manifest, const BuildOptions& options,
                              const std::string& sources) {
  manifest["format"] = 1;
  manifest["name"] = options.name;
  manifest["abi_version"] = REX_ABI_VERSION;
  manifest["rex_version"] = REX_VERSION;
  manifest["compiler"] = compiler_name();
  manifest["source"] = sources;
  return manifest.dump();
}

/// What was compiled, and is on its way into an object.
struct Compiled {
  bool accepted;
  nlohmann::json manifest;
  std::string sources;
};

Result<Compiled> compile_alone(const Installation& installation, const BuildOptions& options,
                               const std::filesystem::path& folder,
                               const std::filesystem::path& object) {
  Compilation compilation;
  compilation.source = options.sources.front();
  compilation.diagnostics = folder / "diagnostics.json";
  compilation.manifest = folder / "manifest.json";
  compilation.object = object;
  compilation.extension = options.name;
  auto accepted = compile(installation, compilation);
  if (!accepted) return std::unexpected(std::move(accepted.error()));
  return Compiled{*accepted, read_json(compilation.manifest),
                  compilation.source.filename().string()};
}

Result<Compiled> compile_all(const Installation& installation, const BuildOptions& options,
                             const std::filesystem::path& folder,
                             const std::filesystem::path& object) {
  if (options.sources.size() == 1) return compile_alone(installation, options, folder, object);
  auto together = compile_together(installation, options.sources, folder, object, options.name);
  if (!together) return std::unexpected(std::move(together.error()));
  return Compiled{together->accepted, std::move(together->manifest), std::move(together->sources)};
}

/// Returns whether the sources were accepted.
Result<bool> build(const BuildOptions& options) {
  auto installation = Installation::find();
  if (!installation) return std::unexpected(std::move(installation.error()));
  auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(std::move(folder.error()));

  const std::filesystem::path relocatable = folder->path() / "object.o";
  auto compiled = compile_all(*installation, options, folder->path(), relocatable);
  if (!compiled) return std::unexpected(std::move(compiled.error()));
  if (!compiled->accepted) return false;
  if (!compiled->manifest.is_object())
    return std::unexpected(
        Error{ErrorCode::kIo, "the checker wrote no manifest; build or install rex again", {}});
  auto output = AtomicFile::create(options.output);
  if (!output) return std::unexpected(std::move(output.error()));
  auto object = Object::create(
      relocatable, complete_manifest(std::move(compiled->manifest), options, compiled->sources),
      options.output.string(), output->fd());
  if (!object) return std::unexpected(std::move(object.error()));
  if (auto result = output->commit(); !result) return std::unexpected(std::move(result.error()));
  return true;
}

int run_compile_commands(const std::vector<std::filesystem::path>& sources) {
  const auto written = write_compile_commands(sources);
  if (!written) print_error(written.error());
  return written ? kSuccess : kFailure;
}

int run_build(BuildOptions options) {
  if (options.sources.size() > 1 && options.name.empty()) {
    print_error("an extension of several files needs a name: give one with --name");
    return kUsage;
  }
  const std::string stem = options.sources.front().stem().string();
  if (options.output.empty())
    options.output = (options.sources.size() > 1 ? options.name : stem) + ".rex";
  if (options.name.empty()) options.name = stem;
  if (!is_extension_name(options.name)) {
    print_error("\"" + options.name + "\" cannot name an extension; give one with --name: " +
                "a lower-case letter, then lower-case letters, digits and _, 32 at most");
    return kUsage;
  }
  const auto accepted = build(options);
  if (!accepted) print_error(accepted.error());
  return accepted && *accepted ? kSuccess : kFailure;
}

}  // namespace

void add_build(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<BuildOptions>();
  CLI::App* verb = app.add_subcommand("build", "Check sources and build a portable object of them");
  verb->add_option("FILE", options->sources, "The extension's source files")->required();
  CLI::Option* output =
      verb->add_option("-o,--output", options->output, "The object [name + .rex, here]");
  CLI::Option* name =
      verb->add_option("--name", options->name, "The extension's name [the stem of its only FILE]");
  const auto for_editors = std::make_shared<bool>(false);
  CLI::Option* commands = verb->add_flag("--compile-commands", *for_editors,
                                         "Build nothing: tell editors how FILEs are compiled, in "
                                         "compile_commands.json and .clangd, here");
  commands->excludes(output)->excludes(name);
  verb->callback([=, &exit_code] {
    exit_code = *for_editors ? run_compile_commands(options->sources) : run_build(*options);
  });
}

}  // namespace rex::cli
