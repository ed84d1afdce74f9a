// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "kernel_symbol.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "failure.hpp"

namespace rex::internal {

namespace {

constexpr std::size_t kLongestName = 256;
constexpr std::uint32_t kMostElements = 4096;

struct Form {
  std::string_view name;
  KernelSymbol::Kind kind;
  bool has_type;
  bool has_fields;
};

constexpr Form kForms[] = {
    {"offset", KernelSymbol::Kind::kOffset, true, true},
    {"unit", KernelSymbol::Kind::kUnit, true, true},
    {"left", KernelSymbol::Kind::kLeft, true, true},
    {"right", KernelSymbol::Kind::kRight, true, true},
    {"count", KernelSymbol::Kind::kCount, true, true},
    {"exists", KernelSymbol::Kind::kExists, false, true},
    {"struct", KernelSymbol::Kind::kStruct, false, false},
    {"function", KernelSymbol::Kind::kFunction, false, false},
    {"tracepoint", KernelSymbol::Kind::kTracepoint, false, false},
    {"has_enumerator", KernelSymbol::Kind::kHasEnumerator, false, true},
    {"enumerator", KernelSymbol::Kind::kEnumerator, false, true},
    {"size", KernelSymbol::Kind::kSize, false, false},
};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= kLongestName && is_letter(text[0]) &&
         std::ranges::all_of(text, [](char c) { return is_letter(c) || is_digit(c); });
}

/// Names joined by '.', each with indices in brackets.
bool is_path(std::string_view text) {
  return text.size() <= kLongestName &&
         std::ranges::all_of(split(text, '.'), [](std::string_view part) {
           const std::size_t bracket = part.find('[');
           if (!is_name(part.substr(0, bracket))) return false;
           for (std::string_view rest = bracket == part.npos ? "" : part.substr(bracket);
                !rest.empty();) {
             const std::size_t end = rest.find(']');
             if (rest[0] != '[' || end == rest.npos || end < 2 || end > 6 ||
                 !std::ranges::all_of(rest.substr(1, end - 1), is_digit))
               return false;
             rest.remove_prefix(end + 1);
           }
           return true;
         });
}

std::optional<FieldType> parse_scalar(std::string_view text) {
  FieldType type;
  if (text == "bool") {
    type.kind = FieldType::Kind::kBool;
    type.size = 1;
    return type;
  }
  if (text == "char") {
    type.is_text = true;
    type.size = 1;
    return type;
  }
  if (text.empty() || (text[0] != 'u' && text[0] != 'i')) return std::nullopt;
  type.is_signed = text[0] == 'i';
  for (const std::uint32_t bytes : {1, 2, 4, 8})
    if (text.substr(1) == std::to_string(bytes * 8)) type.size = bytes;
  if (type.size == 0) return std::nullopt;
  return type;
}

std::optional<FieldType> parse_type(std::string_view text) {
  if (text.starts_with('*') || text.starts_with('=')) {
    if (!is_name(text.substr(1))) return std::nullopt;
    FieldType type;
    type.kind = text[0] == '*' ? FieldType::Kind::kPointer : FieldType::Kind::kStruct;
    type.size = text[0] == '*' ? 8 : 0;
    type.structure = text.substr(1);
    return type;
  }
  const std::size_t bracket = text.find('[');
  auto type = parse_scalar(text.substr(0, bracket));
  if (!type || bracket == text.npos) return type && !type->is_text ? type : std::nullopt;
  if (!text.ends_with(']')) return std::nullopt;
  type->is_array = true;
  const std::string_view count = text.substr(bracket + 1, text.size() - bracket - 2);
  type->count = 0;
  if (!count.empty()) {
    const auto [end, error] =
        std::from_chars(count.data(), count.data() + count.size(), type->count);
    if (error != std::errc{} || end != count.data() + count.size() || type->count == 0 ||
        type->count > kMostElements)
      return std::nullopt;
  }
  if (type->is_text && type->count == 0) return std::nullopt;
  return type;
}

std::unexpected<Error> malformed(std::string_view symbol, std::string_view cause) {
  constexpr std::size_t kShown = 120;
  std::string shown(symbol.substr(0, kShown));
  std::ranges::replace_if(shown, [](char c) { return c < ' ' || c > '~'; }, '?');
  return failure(ErrorCode::kDamagedObject, fmt::format("symbol {}", shown), cause);
}

}  // namespace

std::string FieldType::name() const {
  if (kind == Kind::kPointer) return fmt::format("a pointer to struct {}", structure);
  if (kind == Kind::kStruct) return fmt::format("struct {}", structure);
  if (is_text) return fmt::format("rex::Text<{}>", count);
  std::string element =
      kind == Kind::kBool ? "bool" : fmt::format("rex::{}{}", is_signed ? 'i' : 'u', size * 8);
  if (!is_array) return element;
  return count == 0 ? fmt::format("an array of {}", element)
                    : fmt::format("rex::Array<{}, {}>", element, count);
}

std::uint64_t FieldType::bytes() const { return std::uint64_t{size} * count; }

Result<KernelSymbol> KernelSymbol::parse(std::string_view symbol) {
  const std::vector<std::string> parts =
      split(symbol.substr(std::min(symbol.size(), kKernelSymbolPrefix.size())), ':');
  const auto* form = std::ranges::find(kForms, std::string_view(parts[0]), &Form::name);
  if (form == std::end(kForms)) return malformed(symbol, "asks the kernel's BTF nothing known");

  KernelSymbol result;
  result.kind = form->kind;
  std::size_t next = 1;
  if (form->has_type) {
    std::string_view type = parts.size() > next ? std::string_view(parts[next++]) : "";
    if (type.ends_with('?')) {
      result.optional = true;
      type.remove_suffix(1);
    }
    const auto parsed = parse_type(type);
    if (!parsed) return malformed(symbol, "names no type that a field can be read as");
    result.type = *parsed;
  }
  if (parts.size() <= next || !is_name(parts[next]))
    return malformed(symbol, "names no structure, function or enumeration");
  result.subject = parts[next++];
  result.fields.assign(parts.begin() + static_cast<std::ptrdiff_t>(next), parts.end());
  if (result.fields.empty() == form->has_fields || !std::ranges::all_of(result.fields, is_path))
    return malformed(symbol, "names no field");
  return result;
}

}  // namespace rex::internal
