// SPDX-License-Identifier: GPL-2.0-only
#include "case.hpp"

#include <fmt/core.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>

namespace expressiveness {

namespace {

[[noreturn]] void fail(const std::string& what) {
  fmt::print(stderr, "expressiveness-run: error: {}\n", what);
  std::exit(2);
}

/// "a, "b, c", d" as its three parts.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (const char character : text) {
    if (character == '"') quoted = !quoted;
    if (character == ',' && !quoted)
      parts.emplace_back();
    else if (character != ' ' || quoted || !parts.back().empty())
      parts.back() += character;
  }
  return parts;
}

void add_text(std::string_view quoted, Values& values) {
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    char character = quoted[i];
    if (character == '\\') character = quoted[++i] == 'r' ? '\r' : '\n';
    values.push_back(static_cast<unsigned char>(character));
  }
}

void add_sequence(std::int64_t first, std::int64_t step, std::int64_t count, Values& values) {
  for (std::int64_t i = 0; i < count; ++i) values.push_back(first + i * step);
}

void add_mixed(std::int64_t count, Values& values) {
  std::uint32_t state = 1;
  for (std::int64_t i = 0; i < count; ++i) {
    state = state * 1664525 + 1013904223;
    values.push_back(state >> 16);
  }
}

void add(const std::string& part, Values& values) {
  if (part.starts_with('"')) return add_text(part, values);
  std::istringstream words(part);
  std::string kind;
  std::int64_t a = 0;
  std::int64_t b = 0;
  std::int64_t c = 0;
  words >> kind >> a >> b >> c;
  if (kind == "zeros") return add_sequence(0, 0, a, values);
  if (kind == "count") return add_sequence(0, 1, a, values);
  if (kind == "repeat") return add_sequence(b, 0, a, values);
  if (kind == "from") return add_sequence(a, 1, b, values);
  if (kind == "step") return add_sequence(a, b, c, values);
  if (kind == "mix") return add_mixed(a, values);
  values.push_back(std::stoll(kind));
}

Values values_of(std::string_view text) {
  Values values;
  for (const std::string& part : split(text)) add(part, values);
  return values;
}

void add_input(const std::string& text, std::map<std::string, Values>& inputs) {
  const std::size_t sign = text.find(" = ");
  if (sign == std::string::npos) fail(text + ": an input is NAME = VALUES");
  inputs[text.substr(0, sign)] = values_of(text.substr(sign + 3));
}

}  // namespace

Case read_case(const std::filesystem::path& file) {
  Case result;
  result.name = file.stem();
  std::ifstream lines(file);
  if (!lines) fail(file.string() + " cannot be read");
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) fail(file.string() + ": a line is KEY: TEXT");
    const std::string key = line.substr(0, colon);
    const std::string text = line.substr(colon + 2);
    if (key == "from")
      result.from = text;
    else if (key == "about")
      result.about = text;
    else if (key == "rewrite")
      result.rewrite = text;
    else if (key == "input")
      add_input(text, result.inputs);
    else if (key == "misbehave")
      add_input(text, result.misbehave);
    else if (key == "packet")
      result.packet = values_of(text);
    else if (key == "expect")
      result.expect = std::stoll(text);
    else
      fail(file.string() + ": there is no key " + key);
  }
  return result;
}

std::vector<unsigned char> bytes_of(const Values& values, std::size_t size) {
  std::vector<unsigned char> bytes;
  bytes.reserve(values.size() * size);
  for (const std::int64_t value : values)
    for (std::size_t i = 0; i < size; ++i)
      bytes.push_back(static_cast<unsigned char>(static_cast<std::uint64_t>(value) >> (8 * i)));
  return bytes;
}

}  // namespace expressiveness
