// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "kernel_field.hpp"

#include <bpf/btf.h>
#include <fmt/core.h>

#include <charconv>

namespace rex::internal {

namespace {

constexpr int kDeepestNesting = 16;

/// Without typedefs and qualifiers; null where there is none.
const btf_type* resolve(const btf* types, std::uint32_t id) {
  const int resolved = btf__resolve_type(types, id);
  return resolved < 0 ? nullptr : btf__type_by_id(types, static_cast<std::uint32_t>(resolved));
}

std::string_view name_of(const btf* types, const btf_type* type) {
  const char* name = btf__name_by_offset(types, type->name_off);
  return name ? name : "";
}

std::optional<Field> find_member(const btf* types, const btf_type* structure, std::string_view name,
                                 int depth) {
  const btf_member* members = btf_members(structure);
  for (std::uint32_t i = 0; i < btf_vlen(structure); ++i) {
    const char* member_name = btf__name_by_offset(types, members[i].name_off);
    const Field field{btf_member_bit_offset(structure, i), btf_member_bitfield_size(structure, i),
                      members[i].type};
    if (member_name && *member_name) {
      if (name == member_name) return field;
      continue;
    }
    const btf_type* inner = resolve(types, field.type);
    if (!inner || !btf_is_composite(inner) || depth == kDeepestNesting) continue;
    if (auto found = find_member(types, inner, name, depth + 1)) {
      found->bit_offset += field.bit_offset;
      return found;
    }
  }
  return std::nullopt;
}

/// The element behind "[3]" at the start of a path, which is taken off it.
std::optional<std::string> enter_element(const btf* types, Field& field, std::string_view& path) {
  const btf_type* array = resolve(types, field.type);
  std::uint32_t index = 0;
  const std::size_t end = path.find(']');
  std::from_chars(path.data() + 1, path.data() + end, index);
  if (!array || !btf_is_array(array)) return "no array";
  const std::uint32_t count = btf_array(array)->nelems;
  if (index >= count) return fmt::format("{} elements only", count);
  const std::int64_t size = btf__resolve_size(types, btf_array(array)->type);
  if (size < 0) return "elements of an unknown size";
  field.bit_offset += index * static_cast<std::uint32_t>(size) * 8;
  field.type = btf_array(array)->type;
  path.remove_prefix(end + 1);
  return std::nullopt;
}

bool fits_integer(const btf* types, const btf_type* actual, const FieldType& wanted) {
  if (btf_is_ptr(actual)) return wanted.size == 8 && !wanted.is_signed;
  if (btf_is_any_enum(actual)) return actual->size == wanted.size;
  if (!btf_is_int(actual) || actual->size != wanted.size) return false;
  const bool is_signed = (btf_int_encoding(actual) & BTF_INT_SIGNED) != 0;
  // A char has the sign that the kernel was compiled with.
  return is_signed == wanted.is_signed || name_of(types, actual) == "char";
}

}  // namespace

const btf_type* find_structure(const btf* types, std::string_view name) {
  const std::string text(name);
  for (const std::uint32_t kind : {BTF_KIND_STRUCT, BTF_KIND_UNION})
    if (const int id = btf__find_by_name_kind(types, text.c_str(), kind); id >= 0)
      return btf__type_by_id(types, static_cast<std::uint32_t>(id));
  return nullptr;
}

std::optional<Field> find_member(const btf* types, const btf_type* structure,
                                 std::string_view name) {
  return find_member(types, structure, name, 0);
}

std::expected<Field, std::string> find_field(const btf* types, std::string_view structure,
                                             std::string_view path) {
  const btf_type* inside = find_structure(types, structure);
  if (!inside) return std::unexpected(fmt::format("no struct {}", structure));
  Field field;
  for (std::string_view rest = path; !rest.empty();) {
    const std::string_view name = rest.substr(0, rest.find_first_of(".["));
    const auto member =
        inside && btf_is_composite(inside) ? find_member(types, inside, name) : std::nullopt;
    if (!member) return std::unexpected(fmt::format("no field {} in struct {}", path, structure));
    field.bit_offset += member->bit_offset;
    field.bit_size = member->bit_size;
    field.type = member->type;
    rest.remove_prefix(name.size());
    while (rest.starts_with('['))
      if (const auto fault = enter_element(types, field, rest))
        return std::unexpected(
            fmt::format("no field {} in struct {}: {} has {}", path, structure, name, *fault));
    if (rest.starts_with('.')) rest.remove_prefix(1);
    inside = resolve(types, field.type);
  }
  return field;
}

std::string describe_type(const btf* types, std::uint32_t id) {
  const btf_type* type = resolve(types, id);
  if (!type) return "void";
  if (btf_is_ptr(type)) return describe_type(types, type->type) + " *";
  if (btf_is_array(type))
    return fmt::format("{}[{}]", describe_type(types, btf_array(type)->type),
                       btf_array(type)->nelems);
  const std::string_view name = name_of(types, type);
  const char* prefix = btf_is_union(type)                        ? "union "
                       : btf_is_struct(type) || btf_is_fwd(type) ? "struct "
                       : btf_is_any_enum(type)                   ? "enum "
                                                                 : "";
  return fmt::format("{}{}", prefix, name.empty() ? "without a name" : name);
}

bool fits_type(const btf* types, std::uint32_t id, const FieldType& wanted) {
  const btf_type* actual = resolve(types, id);
  if (!actual) return false;
  if (wanted.is_array) {
    if (!btf_is_array(actual) || (wanted.count != 0 && btf_array(actual)->nelems != wanted.count))
      return false;
    FieldType element = wanted;
    element.is_array = false;
    return fits_type(types, btf_array(actual)->type, element);
  }
  switch (wanted.kind) {
    case FieldType::Kind::kBool:
      return btf_is_int(actual) && actual->size == 1 &&
             (btf_int_encoding(actual) & BTF_INT_BOOL) != 0;
    case FieldType::Kind::kInteger:
      if (wanted.is_text) return btf_is_int(actual) && actual->size == 1;
      return fits_integer(types, actual, wanted);
    case FieldType::Kind::kPointer: {
      const btf_type* target = btf_is_ptr(actual) ? resolve(types, actual->type) : nullptr;
      return target && (btf_is_composite(target) || btf_is_fwd(target)) &&
             name_of(types, target) == wanted.structure;
    }
    case FieldType::Kind::kStruct:
      return btf_is_composite(actual) && name_of(types, actual) == wanted.structure;
  }
  return false;
}

std::optional<std::uint32_t> element_count(const btf* types, std::uint32_t id) {
  const btf_type* type = resolve(types, id);
  if (!type || !btf_is_array(type)) return std::nullopt;
  return btf_array(type)->nelems;
}

}  // namespace rex::internal
