// SPDX-License-Identifier: GPL-2.0-only
#include "description.hpp"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

namespace rex::cli {

namespace {

using nlohmann::json;

/// A C string literal.  Names of programs and maps are identifiers; targets are chosen freely.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) result += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
  return result + '"';
}

std::string symbol(const std::string& extension, const json& member) {
  return "rex_" + extension + "__" + member.at("name").get<std::string>();
}

/// An array with an initialiser for each member, which may be empty: C has no empty arrays.
template <class Initialiser>
std::string table(const char* type, const char* name, const json& members,
                  const Initialiser& initialiser) {
  std::string text = fmt::format("static const struct {} {}[] = {{\n", type, name);
  for (const json& member : members) text += fmt::format("  {{{}}},\n", initialiser(member));
  if (members.empty()) text += "  {0},\n";
  return text + "};\n";
}

/// The fields that a tracepoint's program declares, in its order.
json fields_of(const json& program) {
  json fields = json::array();
  for (const json& parameter : program.value("parameters", json::array()))
    if (parameter.is_object() && parameter.value("kind", "") == "field")
      fields.push_back(parameter);
  return fields;
}

std::string describe_field(const json& field) {
  const json& type = field.at("type");
  return fmt::format("{}, {}, {}", quoted(field.at("name")), type.at("size").get<std::size_t>(),
                     type.at("name") == "Text" ? 1 : 0);
}

}  // namespace

std::string describe_extension(const std::string& extension, const json& manifest) {
  const json& programs = manifest.at("programs");
  const json& maps = manifest.at("maps");
  const json& globals = manifest.at("globals");

  std::string text = "#include <rex/host/image.h>\n";
  for (const json& program : programs)
    text += fmt::format("__s64 {}(void*);\n", symbol(extension, program));
  for (const json& map : maps)
    text += fmt::format("extern struct rex_map {};\n", symbol(extension, map));
  for (const json& global : globals)
    text += fmt::format("extern char {}[];\n", symbol(extension, global));

  for (const json& program : programs)
    text += table("rex_host_field", ("fields_" + program.at("name").get<std::string>()).c_str(),
                  fields_of(program), describe_field);
  text += table("rex_host_program", "programs", programs, [&](const json& program) {
    const std::string name = program.at("name");
    return fmt::format("{}, {}, {}, {}, fields_{}, {}", quoted(name), quoted(program.at("hook")),
                       quoted(program.at("target")), symbol(extension, program), name,
                       fields_of(program).size());
  });
  text += table("rex_host_map", "maps", maps, [&](const json& map) {
    return fmt::format("{}, &{}", quoted(map.at("name")), symbol(extension, map));
  });
  text += table("rex_host_global", "globals", globals, [&](const json& global) {
    return fmt::format("{}, {}, {}", quoted(global.at("name")), symbol(extension, global),
                       global.at("size").get<std::size_t>());
  });
  text += fmt::format(
      "static struct rex_host_extension extension = {{\n"
      "  {}, programs, maps, globals, REX_ABI_VERSION, {}, {}, {}, 0}};\n"
      "__attribute__((constructor)) static void add(void) {{ rex_host_register(&extension); }}\n",
      quoted(extension), programs.size(), maps.size(), globals.size());
  return text;
}

}  // namespace rex::cli
