// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// The fields of a tracepoint that a program declares, compared with those that this kernel has.
#include <fmt/core.h>

#include "failure.hpp"
#include "rex/trace_event.hpp"
#include "target.hpp"

namespace rex::internal {

namespace {

/// As a program's source names it.
std::string source_name(const Type& type) {
  if (type.kind == Type::Kind::kInteger) return "rex::" + type.name;
  if (type.kind != Type::Kind::kStruct) return "another type";
  if (type.name == "Text") return fmt::format("rex::Text<{}>", type.size);
  if (type.name == "Array" && type.fields.size() == 1 && !type.fields[0].type.element.empty()) {
    const Type& elements = type.fields[0].type;
    return fmt::format("rex::Array<{}, {}>", source_name(elements.element[0]), elements.count);
  }
  return "rex::" + type.name;
}

bool fits(const Type& declared, const TraceEvent::Field& actual) {
  if (actual.is_text) return declared.kind == Type::Kind::kStruct && declared.name == "Text";
  const std::string name = source_name(declared);
  // A bool of the source is described as the number it is.
  return name == actual.sdk_type() || (actual.sdk_type() == "bool" && name == "rex::u8");
}

std::string names_of(const TraceEvent& event) {
  std::string names;
  for (const TraceEvent::Field& field : event.fields)
    if (!field.name.starts_with("common_")) names += (names.empty() ? "" : ", ") + field.name;
  return names;
}

rex_trace_field_kind kind_of(const TraceEvent::Field& field) {
  switch (field.kind) {
    case TraceEvent::Field::Kind::kPlain: return REX_TRACE_FIELD_PLAIN;
    case TraceEvent::Field::Kind::kDynamic: return REX_TRACE_FIELD_DYNAMIC;
    case TraceEvent::Field::Kind::kRelative: return REX_TRACE_FIELD_RELATIVE;
  }
  return REX_TRACE_FIELD_PLAIN;
}

}  // namespace

Result<TracepointTarget> TracepointTarget::find(const Manifest::Program& program,
                                                std::string_view text, std::string_view place) {
  const auto event = TraceEvent::load(text);
  if (!event)
    return failure(
        event.error().code, place,
        fmt::format("program {} cannot be attached: {}", program.name, event.error().summary));
  TracepointTarget target;
  target.id = event->id;
  for (const Type& declared : program.parameters) {
    const TraceEvent::Field* field = event->find(declared.name);
    if (declared.kind != Type::Kind::kField || declared.element.size() != 1)
      return failure(ErrorCode::kDamagedObject, place,
                     fmt::format("program {} declares something that is no field", program.name),
                     "rebuild it with rex build");
    if (!field)
      return failure(
          ErrorCode::kKernelUnsupported, place,
          fmt::format("program {} declares a field {} of {}, which this kernel does not have",
                      program.name, declared.name, text),
          fmt::format("it has {}", names_of(*event)));
    if (!fits(declared.element[0], *field))
      return failure(
          ErrorCode::kKernelUnsupported, place,
          fmt::format("program {} declares the field {} of {} as {}, in this kernel it is {} ({})",
                      program.name, field->name, text, source_name(declared.element[0]),
                      field->sdk_type().empty() ? "of no type of the SDK" : field->sdk_type(),
                      field->type),
          fmt::format("rex tracepoint {} prints the declaration", text));
    target.fields.push_back({.offset = field->offset,
                             .size = field->size,
                             .kind = static_cast<std::uint16_t>(kind_of(*field)),
                             .reserved = 0});
  }
  return target;
}

}  // namespace rex::internal
