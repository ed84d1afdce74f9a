// SPDX-License-Identifier: GPL-2.0-only
// Questions to the kernel's types, which the loader answers by BTF: here of the host's own
// structures of the same names, and of what the test adds.
#include <rex/testing/kernel.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <rex/testing/tasks.hpp>
#include <stdexcept>
#include <vector>

#include "invocation.hpp"
#include "packets.hpp"

extern "C" __u64 rex_kernel_symbol(const char* question);

namespace rex::testing {

namespace {

struct Known {
  std::string_view structure, field;
  std::size_t offset, size;
};

#define REX_KNOWN(structure, field, name) \
  Known { #structure, name, offsetof(structure, field), sizeof(decltype(structure::field)) }

constexpr Known kKnown[] = {
    REX_KNOWN(task_struct, pid, "pid"),
    REX_KNOWN(task_struct, tgid, "tgid"),
    REX_KNOWN(task_struct, utime, "utime"),
    REX_KNOWN(task_struct, stime, "stime"),
    REX_KNOWN(task_struct, start_time, "start_time"),
    REX_KNOWN(task_struct, start_boottime, "start_boottime"),
    REX_KNOWN(task_struct, prio, "prio"),
    REX_KNOWN(task_struct, flags, "flags"),
    REX_KNOWN(task_struct, comm, "comm"),
    REX_KNOWN(task_struct, real_parent, "real_parent"),
    REX_KNOWN(task_struct, group_leader, "group_leader"),
    REX_KNOWN(task_struct, real_cred, "real_cred"),
    REX_KNOWN(cred, uid, "uid.val"),
    REX_KNOWN(cred, gid, "gid.val"),
    REX_KNOWN(cred, euid, "euid.val"),
    REX_KNOWN(xdp_buff, data, "data"),
    REX_KNOWN(xdp_buff, data_end, "data_end"),
    REX_KNOWN(sk_buff, data, "data"),
    REX_KNOWN(sk_buff, len, "len"),
    REX_KNOWN(sk_buff, data_len, "data_len"),
    REX_KNOWN(sk_buff, mark, "mark"),
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(':');
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Bytes of a type as the SDK names it: "u32", "char[16]", "*mm_struct".
std::size_t size_of(std::string_view type) {
  if (type.starts_with('*')) return 8;
  const std::size_t bracket = type.find('[');
  const std::string_view element = type.substr(0, bracket);
  const std::size_t size =
      element == "bool" || element == "char" ? 1 : std::stoul(std::string(element.substr(1))) / 8;
  return bracket == type.npos ? size : size * std::stoul(std::string(type.substr(bracket + 1)));
}

}  // namespace

void Kernel::answer(std::string_view kind, std::string_view name, std::uint64_t value) {
  answers_[std::string(kind) + ":" + std::string(name)] = value;
}

void Kernel::add_struct(std::string_view name, std::size_t size) {
  answer("struct", name, 1);
  answer("size", name, size);
}

void Kernel::add_enumerator(std::string_view enumeration, std::string_view name,
                            std::int32_t value) {
  const std::string both = std::string(enumeration) + ":" + std::string(name);
  answer("has_enumerator", both, 1);
  answer("enumerator", both, static_cast<std::uint64_t>(std::int64_t{value}));
}

const Kernel::Field* Kernel::find(const std::string& structure, const std::string& field) const {
  if (const auto placed = placed_.find({structure, field}); placed != placed_.end())
    return &placed->second;
  static const auto* const known = [] {
    auto* all = new std::map<std::pair<std::string, std::string>, Field>();
    for (const Known& one : kKnown)
      all->emplace(std::pair(std::string(one.structure), std::string(one.field)),
                   Field{one.offset, one.size});
    return all;
  }();
  const auto found = known->find({structure, field});
  return found == known->end() ? nullptr : &found->second;
}

std::size_t Kernel::place(std::string_view structure, std::string_view field, std::size_t size) {
  const auto key = std::pair(std::string(structure), std::string(field));
  if (const Field* there = find(key.first, key.second)) {
    if (!placed_.contains(key))
      throw std::invalid_argument("struct " + key.first + " has a member " + key.second +
                                  ": set that one");
    if (there->size != size)
      throw std::invalid_argument("field " + key.second + " of struct " + key.first + " has " +
                                  std::to_string(there->size) + " bytes already");
    return there->offset;
  }
  std::size_t& used = used_[key.first];
  const std::size_t at = (used + 7) / 8 * 8;
  if (key.first != "task_struct" || at + size > sizeof(task_struct::more))
    throw std::invalid_argument("struct " + key.first + " has no room for a field " + key.second);
  used = at + size;
  return placed_.emplace(key, Field{offsetof(task_struct, more) + at, size}).first->second.offset;
}

std::uint64_t Kernel::ask(std::string_view question) {
  const std::vector<std::string> parts = split(question);
  const std::string& kind = parts[0];
  const bool asks_type =
      kind == "offset" || kind == "unit" || kind == "left" || kind == "right" || kind == "count";
  if (!asks_type && kind != "exists") {
    if (const auto known = answers_.find(question); known != answers_.end()) return known->second;
    if (kind == "size" || kind == "enumerator")
      throw std::invalid_argument("the test's kernel has no " + std::string(question) +
                                  ": add it with kernel()");
    return 0;
  }
  std::string type = asks_type ? parts[1] : "";
  const bool optional = type.ends_with('?');
  if (optional) type.pop_back();
  const std::string& structure = parts[asks_type ? 2 : 1];
  const Field* field = nullptr;
  std::string names;
  for (std::size_t i = asks_type ? 3 : 2; i < parts.size() && !field; ++i) {
    field = find(structure, parts[i]);
    names += (names.empty() ? "" : "/") + parts[i];
  }
  if (kind == "exists") return field ? 1 : 0;
  if (!field && optional) return 0;
  if (!field)
    throw std::invalid_argument("the test's kernel has no field " + names + " in struct " +
                                structure + ": give it one with tasks().set()");
  const bool any_size = type.ends_with("[]");
  const std::size_t size = any_size ? size_of(type.substr(0, type.size() - 2)) : size_of(type);
  if (any_size ? field->size % size != 0 : field->size != size)
    throw std::invalid_argument("field " + names + " of struct " + structure + " has " +
                                std::to_string(field->size) + " bytes, the program reads it as " +
                                type);
  // Bit-fields are whole fields here.
  if (kind == "left" || kind == "right") return 64 - size * 8;
  if (kind == "count") return field->size / size;
  return field->offset;
}

}  // namespace rex::testing

__u64 rex_kernel_symbol(const char* question) {
  auto& invocation = rex::host::calling_invocation("rex_kernel_symbol");
  try {
    return invocation.world->kernel().ask(question);
  } catch (const std::invalid_argument& error) {
    rex::host::fatal(error.what());
  }
}
