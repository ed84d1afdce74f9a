// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "kernel_answers.hpp"

#include <bpf/btf.h>
#include <fmt/ranges.h>
#include <sys/utsname.h>

#include <limits>

#include "failure.hpp"
#include "kernel_field.hpp"

namespace rex::internal {

namespace {

std::unexpected<Error> unsupported(std::string_view place, std::string_view cause,
                                   std::string_view remedy) {
  utsname system{};
  ::uname(&system);
  return failure(ErrorCode::kKernelUnsupported, place,
                 fmt::format("kernel {} has {}", system.release, cause), remedy);
}

/// The first of a field's names that this kernel knows.
std::expected<Field, std::string> find_any(const KernelSymbol& question, const btf* types) {
  std::string causes;
  for (const std::string& name : question.fields) {
    auto field = find_field(types, question.subject, name);
    if (field) return field;
    causes += (causes.empty() ? "" : ", and ") + field.error();
  }
  return std::unexpected(causes);
}

/// A symbol's value is the operand of an instruction: 31 bits, and a sign.
constexpr std::uint64_t kLargest = std::numeric_limits<std::int32_t>::max();

Result<std::uint64_t> answer_about(const KernelSymbol& question, const Field& field,
                                   const btf* types, std::string_view place) {
  const auto named = [&] {
    return fmt::format("{} {} in struct {}", describe_type(types, field.type),
                       fmt::join(question.fields, "/"), question.subject);
  };
  if (!fits_type(types, field.type, question.type))
    return unsupported(place, named(),
                       fmt::format("the extension reads it as {}", question.type.name()));
  using enum KernelSymbol::Kind;
  const std::uint64_t size =
      question.type.kind == FieldType::Kind::kStruct ? 1 : question.type.size;
  if (question.kind == kOffset || question.kind == kCount) {
    if (field.bit_size != 0 || field.bit_offset % 8 != 0)
      return unsupported(place, "the bit-field " + named(), "read it with bits()");
    if (field.bit_offset / 8 % size != 0)
      return unsupported(place, "an unaligned " + named(), "this cannot be read");
    if (question.kind == kCount) return element_count(types, field.type).value_or(0);
    return field.bit_offset / 8;
  }
  // The unit is aligned as its type is; a bit-field lies in one, unless it is packed.
  const std::uint64_t unit = field.bit_offset / (size * 8) * size;
  const std::uint64_t low = field.bit_offset - unit * 8;
  const std::uint64_t bits = field.bit_size != 0 ? field.bit_size : size * 8;
  if (low + bits > size * 8)
    return unsupported(place, "a packed bit-field " + named(), "this cannot be read");
  if (question.kind == kUnit) return unit;
  return 64 - bits - (question.kind == kLeft ? low : 0);
}

Result<std::uint64_t> answer_field(const KernelSymbol& question, const btf* types,
                                   std::string_view place) {
  const auto field = find_any(question, types);
  if (question.kind == KernelSymbol::Kind::kExists) return field ? 1 : 0;
  if (!field && question.optional) return 0;
  if (!field)
    return unsupported(place, field.error(),
                       "if only some kernels have it, read it with optional_field(), or give its "
                       "other names too");
  auto value = answer_about(question, *field, types, place);
  if (value && *value > kLargest)
    return unsupported(place, "too large a struct " + question.subject, "this cannot be read");
  return value;
}

/// Nothing where the enumeration or the name is not there.
std::optional<std::int64_t> find_enumerator(const btf* types, const std::string& enumeration,
                                            std::string_view name) {
  for (const std::uint32_t kind : {std::uint32_t{BTF_KIND_ENUM}, std::uint32_t{BTF_KIND_ENUM64}}) {
    const int id = btf__find_by_name_kind(types, enumeration.c_str(), kind);
    if (id < 0) continue;
    const btf_type* type = btf__type_by_id(types, static_cast<std::uint32_t>(id));
    for (std::uint32_t i = 0; i < btf_vlen(type); ++i) {
      const bool wide = kind == BTF_KIND_ENUM64;
      const std::uint32_t offset = wide ? btf_enum64(type)[i].name_off : btf_enum(type)[i].name_off;
      if (name == btf__name_by_offset(types, offset))
        return wide ? static_cast<std::int64_t>(btf_enum64_value(&btf_enum64(type)[i]))
                    : btf_enum(type)[i].val;
    }
  }
  return std::nullopt;
}

Result<std::uint64_t> answer_enumerator(const KernelSymbol& question, const btf* types,
                                        std::string_view place) {
  const auto value = find_enumerator(types, question.subject, question.fields[0]);
  if (question.kind == KernelSymbol::Kind::kHasEnumerator) return value ? 1 : 0;
  if (!value)
    return unsupported(place, fmt::format("no {} in enum {}", question.fields[0], question.subject),
                       "test for it with rex::kernel::has_enumerator()");
  if (*value > std::numeric_limits<std::int32_t>::max() ||
      *value < std::numeric_limits<std::int32_t>::min())
    return unsupported(place, fmt::format("{} = {}", question.fields[0], *value),
                       "only values of 32 bits can be used");
  return static_cast<std::uint64_t>(*value);
}

}  // namespace

Result<std::uint64_t> answer(const KernelSymbol& question, const KernelTypes& types,
                             std::string_view place) {
  const btf* all = types.get();
  const auto exists = [&](const std::string& name, std::uint32_t kind) -> std::uint64_t {
    return btf__find_by_name_kind(all, name.c_str(), kind) >= 0 ? 1 : 0;
  };
  switch (question.kind) {
    case KernelSymbol::Kind::kStruct: return find_structure(all, question.subject) ? 1 : 0;
    case KernelSymbol::Kind::kFunction: return exists(question.subject, BTF_KIND_FUNC);
    case KernelSymbol::Kind::kTracepoint:
      return exists("btf_trace_" + question.subject, BTF_KIND_TYPEDEF);
    case KernelSymbol::Kind::kHasEnumerator:
    case KernelSymbol::Kind::kEnumerator: return answer_enumerator(question, all, place);
    case KernelSymbol::Kind::kSize: {
      const btf_type* structure = find_structure(all, question.subject);
      if (!structure)
        return unsupported(place, "no struct " + question.subject,
                           "test for it with rex::kernel::has_struct()");
      return structure->size;
    }
    default: return answer_field(question, all, place);
  }
}

}  // namespace rex::internal
