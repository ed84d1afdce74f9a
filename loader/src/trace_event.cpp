// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/trace_event.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "failure.hpp"

namespace rex {

using internal::errno_text;
using internal::failure;

namespace {

constexpr std::string_view kTracefs[] = {"/sys/kernel/tracing", "/sys/kernel/debug/tracing"};

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() <= ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() <= ' ') text.remove_suffix(1);
  return text;
}

/// Takes "KEY:VALUE;" off a line; the value.
std::optional<std::string_view> take(std::string_view& line, std::string_view key) {
  line = trim(line);
  const std::size_t end = line.find(';');
  if (!line.starts_with(key) || end == std::string_view::npos) return {};
  const std::string_view value = line.substr(key.size(), end - key.size());
  line.remove_prefix(end + 1);
  return trim(value);
}

template <class Number>
std::optional<Number> parse_number(std::optional<std::string_view> text) {
  Number number = 0;
  if (!text) return {};
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (text->empty() || error != std::errc() || end != text->data() + text->size()) return {};
  return number;
}

/// Takes a word off the front of a declaration.
bool take_word(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word) || text.size() == word.size() || text[word.size()] != ' ')
    return false;
  text = trim(text.substr(word.size()));
  return true;
}

/// "pid_t prev_pid", "char prev_comm[16]", "const char * filename", "__data_loc char[] name".
void read_declaration(TraceEvent::Field& field, std::string_view text) {
  if (take_word(text, "__data_loc"))
    field.kind = TraceEvent::Field::Kind::kDynamic;
  else if (take_word(text, "__rel_loc"))
    field.kind = TraceEvent::Field::Kind::kRelative;
  std::string_view dimension;  // "[16]"
  if (const std::size_t bracket = text.rfind('['); text.ends_with(']')) {
    dimension = text.substr(bracket);
    text = trim(text.substr(0, bracket));
  }
  std::size_t name = text.size();
  while (name > 0 &&
         (std::isalnum(static_cast<unsigned char>(text[name - 1])) || text[name - 1] == '_'))
    --name;
  field.name = text.substr(name);
  std::string_view type = trim(text.substr(0, name));
  field.type = std::string(type) + std::string(dimension);
  const bool is_array = !dimension.empty() || type.ends_with("[]");
  if (type.ends_with("[]")) type.remove_suffix(2);
  if (take_word(type, "const")) {
  }
  field.is_text = is_array && type == "char";
  if (!dimension.empty() && field.kind == TraceEvent::Field::Kind::kPlain)
    // The dimension may be a name of the kernel's own; characters are as many as there are bytes.
    field.count =
        field.is_text
            ? field.size
            : parse_number<std::uint32_t>(dimension.substr(1, dimension.size() - 2)).value_or(0);
  // An array whose length is not told is no number.
  if (!dimension.empty() && field.count == 0) field.size = 0;
}

/// "field:pid_t prev_pid; offset:24; size:4; signed:1;"
std::optional<TraceEvent::Field> read_field(std::string_view line) {
  const auto declaration = take(line, "field:");
  const auto offset = parse_number<std::uint16_t>(take(line, "offset:"));
  const auto size = parse_number<std::uint16_t>(take(line, "size:"));
  const auto is_signed = parse_number<int>(take(line, "signed:"));
  if (!declaration || !offset || !size || !is_signed) return {};
  TraceEvent::Field field;
  field.offset = *offset;
  field.size = *size;
  field.is_signed = *is_signed != 0;
  read_declaration(field, *declaration);
  return field;
}

std::string number_type(std::uint32_t size, bool is_signed) {
  if (size != 1 && size != 2 && size != 4 && size != 8) return {};
  return fmt::format("rex::{}{}", is_signed ? 'i' : 'u', size * 8);
}

/// "sched_switch" to "SchedSwitch".
std::string class_name(std::string_view name) {
  std::string result;
  bool starts = true;
  for (const char c : name) {
    if (c != '_')
      result += starts ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    starts = c == '_';
  }
  return result;
}

}  // namespace

std::string TraceEvent::Field::sdk_type() const {
  constexpr std::uint32_t kUsualText = 64;  // of a text that may have any length
  if (is_text) return fmt::format("rex::Text<{}>", kind == Kind::kPlain ? count : kUsualText);
  if (kind != Kind::kPlain) return {};
  if (count == 0) return type == "bool" ? "bool" : number_type(size, is_signed);
  const std::string element = size % count == 0 ? number_type(size / count, is_signed) : "";
  return element.empty() ? "" : fmt::format("rex::Array<{}, {}>", element, count);
}

Result<TraceEvent> TraceEvent::parse(std::string_view group, std::string_view format) {
  TraceEvent event;
  event.group = group;
  bool has_id = false;
  std::istringstream lines{std::string(format)};
  for (std::string line; std::getline(lines, line);) {
    const std::string_view text = trim(line);
    if (text.starts_with("name:")) event.name = trim(text.substr(5));
    if (text.starts_with("ID:")) {
      const auto id = parse_number<std::uint64_t>(trim(text.substr(3)));
      has_id = id.has_value();
      event.id = id.value_or(0);
    }
    if (!text.starts_with("field:")) continue;
    const auto field = read_field(text);
    if (!field)
      return failure(
          ErrorCode::kIo, "this kernel",
          fmt::format("describes a field of {}:{} in an unknown way: {}", group, event.name, text));
    event.fields.push_back(*field);
  }
  if (event.name.empty() || !has_id)
    return failure(ErrorCode::kIo, "this kernel",
                   fmt::format("has no readable description of a tracepoint of {}", group));
  return event;
}

Result<TraceEvent> TraceEvent::load(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto is_name = [](std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
      return std::isalnum(c) || c == '_' || c == '-';
    });
  };
  const std::string_view group = text.substr(0, colon);
  const std::string_view name =
      colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  if (!is_name(group) || !is_name(name))
    return failure(ErrorCode::kInvalidArgument, "", fmt::format("\"{}\" names no tracepoint", text),
                   "write GROUP:NAME, as /sys/kernel/tracing/available_events lists them");

  int number = ENOENT;
  for (const std::string_view root : kTracefs) {
    std::ifstream file(fmt::format("{}/events/{}/{}/format", root, group, name));
    if (!file) {
      if (errno != ENOENT) number = errno;
      continue;
    }
    std::ostringstream content;
    content << file.rdbuf();
    return parse(group, content.str());
  }
  if (number != ENOENT)
    return failure(ErrorCode::kNotPermitted, "this kernel",
                   "does not let its tracepoints be read: " + errno_text(number), "run as root");
  std::error_code error;
  if (std::ranges::none_of(kTracefs, [&](std::string_view root) {
        return std::filesystem::exists(fmt::format("{}/events", root), error);
      }))
    return failure(ErrorCode::kIo, kTracefs[0], "is not there",
                   "mount -t tracefs tracefs /sys/kernel/tracing");
  return failure(ErrorCode::kKernelUnsupported, "this kernel",
                 fmt::format("has no tracepoint {}", text),
                 "see /sys/kernel/tracing/available_events");
}

const TraceEvent::Field* TraceEvent::find(std::string_view field) const {
  const auto found = std::ranges::find(fields, field, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

std::string TraceEvent::declaration() const {
  std::string text =
      fmt::format("using {} = rex::Tracepoint<\n    \"{}:{}\"", class_name(name), group, name);
  std::string left_out;
  for (const Field& field : fields) {
    if (field.name.starts_with("common_")) continue;
    const std::string type = field.sdk_type();
    if (type.empty())
      left_out += fmt::format("// not readable: {} {}\n", field.type, field.name);
    else
      text += fmt::format(",\n    rex::TraceField<\"{}\", {}>", field.name, type);
  }
  return text + ">;\n" + left_out;
}

}  // namespace rex
