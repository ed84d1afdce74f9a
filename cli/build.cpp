// SPDX-License-Identifier: GPL-2.0-only
// rex build FILE: a portable object of a source.
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
#include "verbs.hpp"
#include "version.hpp"

namespace rex::cli {

namespace {

struct BuildOptions {
  std::filesystem::path source;
  std::filesystem::path output;
  std::string name;
};

/// The checker tells what it sees in the source; the rest is known here.
std::string complete_manifest(nlohmann::json manifest, const BuildOptions& options) {
  manifest["format"] = 1;
  manifest["name"] = options.name;
  manifest["abi_version"] = REX_ABI_VERSION;
  manifest["rex_version"] = REX_VERSION;
  manifest["compiler"] = compiler_name();
  manifest["source"] = options.source.filename().string();
  return manifest.dump();
}

/// Returns whether the source was accepted.
Result<bool> build(const BuildOptions& options) {
  auto installation = Installation::find();
  if (!installation) return std::unexpected(std::move(installation.error()));
  auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(std::move(folder.error()));

  Compilation compilation;
  compilation.source = options.source;
  compilation.diagnostics = folder->path() / "diagnostics.json";
  compilation.manifest = folder->path() / "manifest.json";
  compilation.object = folder->path() / "object.o";
  compilation.extension = options.name;
  auto accepted = compile(*installation, compilation);
  if (!accepted || !*accepted) return accepted;

  const nlohmann::json manifest = read_json(compilation.manifest);
  if (!manifest.is_object())
    return std::unexpected(
        Error{ErrorCode::kIo, "the checker wrote no manifest; build or install rex again", {}});
  auto output = AtomicFile::create(options.output);
  if (!output) return std::unexpected(std::move(output.error()));
  auto object = Object::create(compilation.object, complete_manifest(manifest, options),
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
  if (options.name.empty()) options.name = options.source.stem().string();
  if (options.output.empty()) options.output = options.source.stem().string() + ".rex";
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
  CLI::App* verb = app.add_subcommand("build", "Check a source and build a portable object of it");
  const auto sources = std::make_shared<std::vector<std::filesystem::path>>();
  verb->add_option("FILE", *sources, "The extension's source")->required();
  CLI::Option* output =
      verb->add_option("-o,--output", options->output, "The object [FILE's stem + .rex, here]");
  CLI::Option* name =
      verb->add_option("--name", options->name, "The extension's name [FILE's stem]");
  const auto for_editors = std::make_shared<bool>(false);
  CLI::Option* commands = verb->add_flag("--compile-commands", *for_editors,
                                         "Build nothing: tell editors how FILEs are compiled, in "
                                         "compile_commands.json and .clangd, here");
  commands->excludes(output)->excludes(name);
  verb->callback([=, &exit_code] {
    if (*for_editors) {
      exit_code = run_compile_commands(*sources);
    } else if (sources->size() > 1) {
      print_error("an object is built of one FILE");
      exit_code = kUsage;
    } else {
      options->source = sources->front();
      exit_code = run_build(*options);
    }
  });
}

}  // namespace rex::cli
