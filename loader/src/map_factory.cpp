// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
#include "map_factory.hpp"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <fmt/core.h>
#include <linux/bpf.h>
#include <unistd.h>

#include <algorithm>
#include <bit>

#include "failure.hpp"

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

}  // namespace

Result<FileDescriptor> create_map(const Manifest::Map& map, std::string_view place) {
  bpf_map_create_opts options{};
  options.sz = sizeof options;
  options.map_flags = map.flags;
  // The kernel keeps 15 characters of a name and refuses a longer one.
  const std::string name = map.name.substr(0, BPF_OBJ_NAME_LEN - 1);
  // An element for each CPU, where the source cannot know how many there are.
  const std::uint32_t entries =
      map.kernel_type == BPF_MAP_TYPE_PERF_EVENT_ARRAY && map.max_entries == 0
          ? static_cast<std::uint32_t>(std::max(libbpf_num_possible_cpus(), 1))
          : map.max_entries;
  FileDescriptor fd(bpf_map_create(static_cast<bpf_map_type>(map.kernel_type), name.c_str(),
                                   map.key_size, map.value_size, entries, &options));
  if (fd.is_open()) return fd;
  const int number = errno;
  const std::string cause = fmt::format("map {} ({}, {} entries) cannot be created: {}", map.name,
                                        map.type, map.max_entries, errno_text(number));
  const std::string where = fmt::format("{}:{}", map.file, map.line);
  if (number == EPERM || number == EACCES)
    return failure(ErrorCode::kNotPermitted, place, cause, "run as root");
  return failure(ErrorCode::kMapCreationFailed, fmt::format("{} ({})", place, where), cause,
                 remedy_for(map, number));
}

}  // namespace rex::internal
