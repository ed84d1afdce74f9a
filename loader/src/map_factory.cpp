// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "map_factory.hpp"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <linux/bpf.h>
#include <unistd.h>

#include <algorithm>
#include <bit>

#include "failure.hpp"
#include "map_types.hpp"

namespace rex::internal {

namespace {

std::string_view remedy_for(const Manifest::Map& map, int number) {
  const auto page = static_cast<std::uint32_t>(::sysconf(_SC_PAGESIZE));
  switch (number) {
    case E2BIG: return "make the map smaller";
    case ENOMEM: return "make the map smaller, or free kernel memory";
    case EMFILE: return "raise the limit of open files (ulimit -n)";
    case EINVAL:
      if (map.kernel_type == BPF_MAP_TYPE_RINGBUF &&
          (!std::has_single_bit(map.max_entries) || map.max_entries % page != 0))
        return "a ring buffer's size is a power of two and a multiple of the page size";
      return "this kernel does not take these sizes or flags";
    default: return {};
  }
}

/// What the kernel is told.
std::uint32_t flags_of(const Manifest::Map& map) { return map.flags & ~REX_MAP_LOCKED; }

bool has_locks(const Manifest::Map& map) { return (map.flags & REX_MAP_LOCKED) != 0; }

/// An element for each CPU, where the source cannot know how many there are.
std::uint32_t entries_of(const Manifest::Map& map) {
  if (map.kernel_type != BPF_MAP_TYPE_PERF_EVENT_ARRAY || map.max_entries != 0)
    return map.max_entries;
  return static_cast<std::uint32_t>(std::max(libbpf_num_possible_cpus(), 1));
}

std::unexpected<Error> refused(const Manifest::Map& map, std::string_view place,
                               std::string_view what, int number) {
  const std::string cause = fmt::format("map {} ({}, {} entries) cannot be {}: {}", map.name,
                                        map.type, map.max_entries, what, errno_text(number));
  if (number == EPERM || number == EACCES)
    return failure(ErrorCode::kNotPermitted, place, cause, "run as root");
  return failure(ErrorCode::kMapCreationFailed,
                 fmt::format("{} ({}:{})", place, map.file, map.line), cause,
                 remedy_for(map, number));
}

Result<FileDescriptor> create(const Manifest::Map& map, std::string_view place) {
  const MapTypes types = MapTypes::load(map);
  bpf_map_create_opts options{};
  options.sz = sizeof options;
  options.map_flags = flags_of(map);
  if (types.descriptor.is_open()) {
    options.btf_fd = static_cast<std::uint32_t>(types.descriptor.get());
    options.btf_key_type_id = types.key;
    options.btf_value_type_id = types.value;
  }
  if (has_locks(map) && !types.descriptor.is_open())
    return failure(ErrorCode::kMapCreationFailed,
                   fmt::format("{} ({}:{})", place, map.file, map.line),
                   fmt::format("the kernel refuses the description of map {}, by which it would "
                               "know the locks in its values",
                               map.name),
                   "look into the kernel's log");
  // The kernel keeps 15 characters of a name and refuses a longer one.
  const std::string name = map.name.substr(0, BPF_OBJ_NAME_LEN - 1);
  FileDescriptor fd(bpf_map_create(static_cast<bpf_map_type>(map.kernel_type), name.c_str(),
                                   map.key_size, map.value_size, entries_of(map), &options));
  if (!fd.is_open()) return refused(map, place, "created", errno);
  return fd;
}

/// Takes a map that is there already, if it is such a map as the source declares.
Result<FileDescriptor> share(const Manifest::Map& map, FileDescriptor fd, std::string_view where,
                             std::string_view place) {
  bpf_map_info info{};
  std::uint32_t size = sizeof info;
  if (bpf_obj_get_info_by_fd(fd.get(), &info, &size) != 0)
    return refused(map, place, fmt::format("shared from {}", where), errno);
  if (info.type != map.kernel_type || info.key_size != map.key_size ||
      info.value_size != map.value_size || info.max_entries != entries_of(map) ||
      info.map_flags != flags_of(map))
    return failure(
        ErrorCode::kMapCreationFailed, fmt::format("{} ({}:{})", place, map.file, map.line),
        fmt::format("map {} is of type {} with {} entries of {} and {} bytes and flags {:#x}; that "
                    "at {} is of type {} with {} entries of {} and {} bytes and flags {:#x}",
                    map.name, map.kernel_type, entries_of(map), map.key_size, map.value_size,
                    flags_of(map), where, info.type, info.max_entries, info.key_size,
                    info.value_size, info.map_flags),
        "declare both alike, or choose another place");
  if (has_locks(map) && !keeps_lock(fd.get()))
    return failure(
        ErrorCode::kMapCreationFailed, fmt::format("{} ({}:{})", place, map.file, map.line),
        fmt::format("map {} has a lock in each value; that at {} has none at their start", map.name,
                    where),
        "give it values of struct { struct bpf_spin_lock lock; ... }, described by BTF");
  return fd;
}

}  // namespace

Result<FileDescriptor> make_map(const Manifest::Map& map, const MapOptions& options,
                                std::string_view place) {
  if (options.fd >= 0) {
    FileDescriptor copy(::fcntl(options.fd, F_DUPFD_CLOEXEC, 0));
    if (!copy.is_open()) return refused(map, place, "shared from a descriptor", errno);
    return share(map, std::move(copy), fmt::format("descriptor {}", options.fd), place);
  }
  if (options.pin.empty()) return create(map, place);
  FileDescriptor pinned(bpf_obj_get(options.pin.c_str()));
  if (pinned.is_open()) return share(map, std::move(pinned), options.pin.string(), place);
  auto created = create(map, place);
  if (!created) return created;
  if (bpf_obj_pin(created->get(), options.pin.c_str()) != 0)
    return refused(map, place,
                   fmt::format("pinned at {} (a path of a BPF file system)", options.pin.string()),
                   errno);
  return created;
}

}  // namespace rex::internal
