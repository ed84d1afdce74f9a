// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "rex/manifest.hpp"

#include <fmt/core.h>
#include <linux/bpf.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "failure.hpp"

namespace rex {

namespace {

using Json = nlohmann::json;
using internal::failure;

constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kLargestCount = 256;  // of programs, and of maps
constexpr int kDeepestType = 16;

struct HookName {
  rex_hook hook;
  std::string_view name;
};
constexpr HookName kHooks[] = {{REX_HOOK_ONCE, "once"},
                               {REX_HOOK_KPROBE, "kprobe"},
                               {REX_HOOK_KRETPROBE, "kretprobe"},
                               {REX_HOOK_RAW_TRACEPOINT, "raw_tracepoint"},
                               {REX_HOOK_PERF_EVENT, "perf_event"},
                               {REX_HOOK_FENTRY, "fentry"},
                               {REX_HOOK_NETFILTER, "netfilter"},
                               {REX_HOOK_UPROBE, "uprobe"},
                               {REX_HOOK_URETPROBE, "uretprobe"},
                               {REX_HOOK_TIMER, "timer"},
                               {REX_HOOK_KPROBE_OVERRIDE, "kprobe_override"},
                               {REX_HOOK_TRACEPOINT, "tracepoint"},
                               {REX_HOOK_XDP, "xdp"},
                               {REX_HOOK_TC, "tc"},
                               {REX_HOOK_LSM, "lsm"},
                               {REX_HOOK_FEXIT, "fexit"},
                               {REX_HOOK_CGROUP_SKB, "cgroup_skb"}};

struct MapTypeName {
  std::uint32_t type;
  std::string_view name;
};
constexpr MapTypeName kMapTypes[] = {{BPF_MAP_TYPE_ARRAY, "array"},
                                     {BPF_MAP_TYPE_HASH, "hash"},
                                     {BPF_MAP_TYPE_LPM_TRIE, "lpm_trie"},
                                     {BPF_MAP_TYPE_LRU_HASH, "lru_hash"},
                                     {BPF_MAP_TYPE_PERCPU_ARRAY, "percpu_array"},
                                     {BPF_MAP_TYPE_PERCPU_HASH, "percpu_hash"},
                                     {BPF_MAP_TYPE_PERF_EVENT_ARRAY, "perf_event_array"},
                                     {BPF_MAP_TYPE_QUEUE, "queue"},
                                     {BPF_MAP_TYPE_RINGBUF, "ringbuf"},
                                     {BPF_MAP_TYPE_STACK, "stack"},
                                     {BPF_MAP_TYPE_STACK_TRACE, "stack_trace"}};

bool is_identifier(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && is_letter(name[0]) &&
         std::ranges::all_of(name, [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

/// Reads JSON that may hold anything.  The first fault is kept and ends the reading: every
/// getter returns a harmless value after it.
class ManifestReader {
 public:
  explicit ManifestReader(std::string_view place) : place_(place) {}

  Result<Manifest> read(std::string_view text) {
    const Json root = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!root.is_object()) return damaged("is not JSON");
    if (number(root, "format") != kFormat && fault_.empty())
      return failure(ErrorCode::kAbiMismatch, place_,
                     fmt::format("its manifest is of format {}, this loader reads format {}",
                                 number(root, "format"), kFormat),
                     "rebuild it with this version's rex build");
    Manifest manifest;
    manifest.abi_version = number(root, "abi_version");
    if (manifest.abi_version != REX_ABI_VERSION && fault_.empty())
      return failure(ErrorCode::kAbiMismatch, place_,
                     fmt::format("was built for ABI version {}, this loader is of version {}",
                                 manifest.abi_version, REX_ABI_VERSION),
                     "rebuild it with this version's rex build");
    manifest.name = string(root, "name");
    manifest.license = string(root, "license");
    manifest.source = string(root, "source");
    manifest.rex_version = string(root, "rex_version");
    manifest.compiler = string(root, "compiler");
    for (const Json& entry : list(root, "programs")) manifest.programs.push_back(program(entry));
    for (const Json& entry : list(root, "maps")) manifest.maps.push_back(map(entry));
    // Objects without any may leave the list out.
    if (member(root, "globals"))
      for (const Json& entry : list(root, "globals")) manifest.globals.push_back(global(entry));
    check(manifest);
    if (!fault_.empty()) return damaged(fault_);
    return manifest;
  }

 private:
  std::unexpected<Error> damaged(std::string_view cause) const {
    return failure(ErrorCode::kDamagedObject, place_, fmt::format("its manifest {}", cause),
                   "rebuild it with rex build");
  }

  void fail(std::string cause) {
    if (fault_.empty()) fault_ = std::move(cause);
  }

  const Json* member(const Json& object, const char* key) {
    const auto it = object.find(key);  // end() where object is no object
    return it == object.end() ? nullptr : &*it;
  }

  std::string string(const Json& object, const char* key) {
    const Json* value = member(object, key);
    const auto* text = value ? value->get_ptr<const Json::string_t*>() : nullptr;
    if (!text) fail(fmt::format("lacks the text \"{}\"", key));
    return text ? *text : std::string();
  }

  std::uint32_t number(const Json& object, const char* key) {
    const Json* value = member(object, key);
    const auto* number = value ? value->get_ptr<const Json::number_unsigned_t*>() : nullptr;
    if (!number || *number > std::numeric_limits<std::uint32_t>::max()) {
      fail(fmt::format("lacks the number \"{}\"", key));
      return 0;
    }
    return static_cast<std::uint32_t>(*number);
  }

  std::int64_t integer(const Json& object, const char* key) {
    const Json* value = member(object, key);
    if (value && value->is_number_integer()) return value->get<std::int64_t>();
    fail(fmt::format("lacks the number \"{}\"", key));
    return 0;
  }

  bool boolean(const Json& object, const char* key) {
    const Json* value = member(object, key);
    const auto* boolean = value ? value->get_ptr<const Json::boolean_t*>() : nullptr;
    return boolean && *boolean;
  }

  const Json& list(const Json& object, const char* key) {
    static const Json kEmpty = Json::array();
    const Json* value = member(object, key);
    if (value && value->is_array() && value->size() <= kLargestCount) return *value;
    fail(fmt::format("lacks the list \"{}\", or it is too long", key));
    return kEmpty;
  }

  Manifest::Program program(const Json& json) {
    Manifest::Program program;
    program.name = string(json, "name");
    program.target = member(json, "target") ? string(json, "target") : std::string();
    if (member(json, "parameters"))
      for (const Json& entry : list(json, "parameters"))
        program.parameters.push_back(type(entry, 0));
    program.file = string(json, "file");
    program.line = number(json, "line");
    program.panic_value = member(json, "panic_value") ? integer(json, "panic_value") : 0;
    const std::string hook = string(json, "hook");
    const auto* known = std::ranges::find(kHooks, hook, &HookName::name);
    if (known == std::end(kHooks))
      fail(fmt::format("names the unknown hook \"{}\" for program {}", hook, program.name));
    else
      program.hook = known->hook;
    if (program.target.size() >= REX_TARGET_SIZE)
      fail(fmt::format("names a target that is too long for program {}", program.name));
    return program;
  }

  Manifest::Map map(const Json& json) {
    Manifest::Map map;
    map.name = string(json, "name");
    map.type = string(json, "type");
    map.key_size = number(json, "key_size");
    map.value_size = number(json, "value_size");
    map.max_entries = number(json, "max_entries");
    map.flags = number(json, "flags");
    map.key = optional_type(json, "key");
    map.value = optional_type(json, "value");
    map.file = string(json, "file");
    map.line = number(json, "line");
    const auto* known = std::ranges::find(kMapTypes, map.type, &MapTypeName::name);
    if (known == std::end(kMapTypes))
      fail(fmt::format("names the unknown type \"{}\" for map {}", map.type, map.name));
    else
      map.kernel_type = known->type;
    return map;
  }

  Manifest::Global global(const Json& json) {
    Manifest::Global global;
    global.name = string(json, "name");
    global.size = number(json, "size");
    global.value = optional_type(json, "value");
    global.file = string(json, "file");
    global.line = number(json, "line");
    const std::string kind = string(json, "kind");
    if (kind == "param")
      global.kind = Manifest::Global::Kind::kParam;
    else if (kind == "spin_locked")
      global.kind = Manifest::Global::Kind::kLocked;
    else if (kind != "atomic")
      fail(fmt::format("names the unknown kind \"{}\" for {}", kind, global.name));
    else if (global.size != 4 && global.size != 8)
      fail(fmt::format("gives the atomic {} {} bytes", global.name, global.size));
    return global;
  }

  std::optional<Type> optional_type(const Json& json, const char* key) {
    const Json* value = member(json, key);
    if (!value || value->is_null()) return std::nullopt;
    return type(*value, 0);
  }

  Type type(const Json& json, int depth) {
    Type type;
    if (depth > kDeepestType) {
      fail("nests types too deeply");
      return type;
    }
    const std::string kind = string(json, "kind");
    if (kind == "pointer") {
      type.kind = Type::Kind::kPointer;
      type.name = string(json, "structure");
      type.size = sizeof(std::uint64_t);
      return type;
    }
    if (kind == "spin_lock") {
      type.kind = Type::Kind::kSpinLock;
      type.size = sizeof(rex_spin_lock);
      return type;
    }
    if (kind == "field") {
      type.kind = Type::Kind::kField;
      type.name = string(json, "name");
      const Json* value = member(json, "type");
      type.element.push_back(this->type(value ? *value : Json(), depth + 1));
      type.size = type.element[0].size;
      return type;
    }
    if (kind == "array") {
      type.kind = Type::Kind::kArray;
      type.count = number(json, "count");
      const Json* element = member(json, "element");
      type.element.push_back(this->type(element ? *element : Json(), depth + 1));
      const std::uint64_t size = std::uint64_t{type.count} * type.element[0].size;
      if (size > std::numeric_limits<std::uint32_t>::max()) fail("describes a huge array");
      type.size = static_cast<std::uint32_t>(size);
      return type;
    }
    type.name = string(json, "name");
    type.size = number(json, "size");
    if (kind == "int" || kind == "enum") {
      type.kind = kind == "int" ? Type::Kind::kInteger : Type::Kind::kEnum;
      type.is_signed = boolean(json, "signed");
    } else if (kind == "struct") {
      type.kind = Type::Kind::kStruct;
      for (const Json& entry : list(json, "fields")) {
        TypeField field;
        field.name = string(entry, "name");
        field.offset = number(entry, "offset");
        const Json* member_type = member(entry, "type");
        field.type = this->type(member_type ? *member_type : Json(), depth + 1);
        if (std::uint64_t{field.offset} + field.type.size > type.size)
          fail(fmt::format("places field {} outside {}", field.name, type.name));
        type.fields.push_back(std::move(field));
      }
    } else {
      fail(fmt::format("describes a type of the unknown kind \"{}\"", kind));
    }
    return type;
  }

  static bool begins_with_lock(const Manifest::Map& map) {
    return map.value && !map.value->fields.empty() &&
           map.value->fields[0].type.kind == Type::Kind::kSpinLock;
  }

  void check(const Manifest& manifest) {
    if (!is_extension_name(manifest.name))
      fail(fmt::format("gives the extension the impossible name \"{}\"", manifest.name));
    if (manifest.programs.empty()) fail("lists no program");
    std::set<std::string_view> names;
    const auto check_name = [&](std::string_view name) {
      if (!is_identifier(name) || name.size() >= REX_NAME_SIZE)
        fail(fmt::format("lists the impossible name \"{}\"", name));
      if (!names.insert(name).second) fail(fmt::format("lists {} twice", name));
    };
    for (const Manifest::Program& program : manifest.programs) check_name(program.name);
    for (const Manifest::Global& global : manifest.globals) {
      check_name(global.name);
      // A lock is beside its value.
      if (global.value && global.kind != Manifest::Global::Kind::kLocked &&
          global.value->size != global.size)
        fail(fmt::format("contradicts itself about the size of {}", global.name));
    }
    for (const Manifest::Map& map : manifest.maps) {
      check_name(map.name);
      if (map.key && map.key->size != map.key_size)
        fail(fmt::format("contradicts itself about the key of map {}", map.name));
      if (map.value && map.value_size != 0 && map.value->size != map.value_size)
        fail(fmt::format("contradicts itself about the value of map {}", map.name));
      if (begins_with_lock(map) != ((map.flags & REX_MAP_LOCKED) != 0))
        fail(fmt::format("contradicts itself about the lock in map {}", map.name));
    }
  }

  std::string_view place_;
  std::string fault_;
};

}  // namespace

std::string_view name_of(rex_hook hook) {
  const auto* known = std::ranges::find(kHooks, hook, &HookName::hook);
  return known == std::end(kHooks) ? std::string_view() : known->name;
}

Result<Manifest> Manifest::parse(std::string_view json, std::string_view place) {
  return ManifestReader(place).read(json);
}

const Manifest::Program* Manifest::find_program(std::string_view wanted) const {
  const auto it = std::ranges::find(programs, wanted, &Program::name);
  return it == programs.end() ? nullptr : &*it;
}

const Manifest::Map* Manifest::find_map(std::string_view wanted) const {
  const auto it = std::ranges::find(maps, wanted, &Map::name);
  return it == maps.end() ? nullptr : &*it;
}

const Manifest::Global* Manifest::find_global(std::string_view wanted) const {
  const auto it = std::ranges::find(globals, wanted, &Global::name);
  return it == globals.end() ? nullptr : &*it;
}

std::string Manifest::symbol_of(std::string_view member) const {
  return fmt::format("rex_{}__{}", name, member);
}

bool is_extension_name(std::string_view name) {
  constexpr std::size_t kLongest = 32;
  return !name.empty() && name.size() <= kLongest && name[0] >= 'a' && name[0] <= 'z' &&
         std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

}  // namespace rex
