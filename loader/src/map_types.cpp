// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "map_types.hpp"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <fcntl.h>
#include <linux/bpf.h>

#include <string>
#include <string_view>
#include <vector>

namespace rex::internal {

namespace {

/// By its name the kernel knows a lock.
constexpr const char* kSpinLockName = "bpf_spin_lock";

/// A type's name, unless it begins like those by which the kernel knows locks, timers and pointers
/// of its own in values: it would take our bytes for them.
std::string btf_name(const Type& type) { return type.name.starts_with("bpf_") ? "" : type.name; }

/// A class of the SDK around one member, such as Array: shown as the member.
bool is_wrapper(const Type& type) {
  return type.kind == Type::Kind::kStruct && type.fields.size() == 1 &&
         type.fields[0].name.ends_with('_') && type.fields[0].type.size == type.size;
}

int add_spin_lock(btf* types) {
  const int word = btf__add_int(types, "u32", sizeof(std::uint32_t), 0);
  const int id = btf__add_struct(types, kSpinLockName, sizeof(rex_spin_lock));
  return word < 0 || id < 0 || btf__add_field(types, "val", word, 0, 0) < 0 ? -1 : id;
}

/// Members of the SDK's own have a line at the end of their name.
std::string member_name(const Type& type, const TypeField& field) {
  const bool is_sdk = !type.fields.empty() && type.fields[0].type.kind == Type::Kind::kSpinLock;
  return is_sdk && field.name.ends_with('_') ? field.name.substr(0, field.name.size() - 1)
                                             : field.name;
}

/// Adds a type and what it is made of; its id, or negative.
int add_type(btf* types, const Type& type) {
  switch (type.kind) {
    case Type::Kind::kInteger:
      return btf__add_int(types, type.name.c_str(), type.size, type.is_signed ? BTF_INT_SIGNED : 0);
    case Type::Kind::kEnum: {
      const int base = btf__add_int(types, type.is_signed ? "int" : "unsigned int", type.size,
                                    type.is_signed ? BTF_INT_SIGNED : 0);
      const std::string name = btf_name(type);
      return base < 0 || name.empty() ? base : btf__add_typedef(types, name.c_str(), base);
    }
    case Type::Kind::kArray: {
      const int index = btf__add_int(types, "u32", sizeof(std::uint32_t), 0);
      const int element = add_type(types, type.element[0]);
      if (index < 0 || element < 0) return -1;
      return btf__add_array(types, index, element, type.count);
    }
    case Type::Kind::kStruct: {
      if (is_wrapper(type)) return add_type(types, type.fields[0].type);
      std::vector<int> fields;
      for (const TypeField& field : type.fields) {
        fields.push_back(add_type(types, field.type));
        if (fields.back() < 0) return -1;
      }
      const int id = btf__add_struct(types, btf_name(type).c_str(), type.size);
      for (std::size_t i = 0; i < fields.size() && id >= 0; ++i)
        if (btf__add_field(types, member_name(type, type.fields[i]).c_str(), fields[i],
                           type.fields[i].offset * 8, 0) < 0)
          return -1;
      return id;
    }
    case Type::Kind::kSpinLock: return add_spin_lock(types);
    case Type::Kind::kPointer:
    case Type::Kind::kField: return -1;
  }
  return -1;
}

/// The other kinds refuse types.
bool keeps_types(const Manifest::Map& map) {
  switch (map.kernel_type) {
    case BPF_MAP_TYPE_ARRAY:
    case BPF_MAP_TYPE_PERCPU_ARRAY:
    case BPF_MAP_TYPE_HASH:
    case BPF_MAP_TYPE_PERCPU_HASH:
    case BPF_MAP_TYPE_LRU_HASH:
    case BPF_MAP_TYPE_LPM_TRIE: return map.key && map.value;
    default: return false;
  }
}

}  // namespace

bool keeps_lock(int map) {
  bpf_map_info info{};
  std::uint32_t size = sizeof info;
  if (bpf_obj_get_info_by_fd(map, &info, &size) != 0 || info.btf_id == 0) return false;
  const std::unique_ptr<btf, decltype(&btf__free)> types(btf__load_from_kernel_by_id(info.btf_id),
                                                         &btf__free);
  const btf_type* value =
      types ? btf__type_by_id(types.get(), static_cast<std::uint32_t>(btf__resolve_type(
                                               types.get(), info.btf_value_type_id)))
            : nullptr;
  if (!value || !btf_is_struct(value) || btf_vlen(value) == 0) return false;
  const btf_member& first = btf_members(value)[0];
  const btf_type* type = btf__type_by_id(types.get(), first.type);
  return btf_member_bit_offset(value, 0) == 0 && type && btf_is_struct(type) &&
         std::string_view(btf__name_by_offset(types.get(), type->name_off)) == kSpinLockName;
}

MapTypes MapTypes::load(const Manifest::Map& map) {
  MapTypes result;
  if (!keeps_types(map) || !map.key || !map.value) return result;
  const std::unique_ptr<btf, decltype(&btf__free)> types(btf__new_empty(), &btf__free);
  if (!types) return result;
  const int key = add_type(types.get(), *map.key);
  const int value = add_type(types.get(), *map.value);
  if (key < 0 || value < 0 || btf__load_into_kernel(types.get()) != 0) return result;
  // The object closes its descriptor; the map will keep the types.
  result.descriptor = FileDescriptor(::fcntl(btf__fd(types.get()), F_DUPFD_CLOEXEC, 0));
  result.key = static_cast<std::uint32_t>(key);
  result.value = static_cast<std::uint32_t>(value);
  return result;
}

}  // namespace rex::internal
